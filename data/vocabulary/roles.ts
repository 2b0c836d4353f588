/** In what capacity somebody gives an account. */
export const ROLES = [
  { id: 'government', label: 'Government' },
  { id: 'police', label: 'Police' },
  { id: 'elected_official', label: 'Elected official' },
  { id: 'court', label: 'Court' },
  { id: 'witness', label: 'Witness' },
  { id: 'family', label: 'Family' },
  { id: 'journalist', label: 'Journalist' },
  { id: 'organizer', label: 'Organizer' },
  { id: 'other', label: 'Other' },
] as const;

export type Role = (typeof ROLES)[number]['id'];
