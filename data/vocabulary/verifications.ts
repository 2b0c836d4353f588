/** How sure the editors are. Who decided, when and on what basis stands in `decisions`. */
export const VERIFICATIONS = [
  {
    id: 'unverified',
    label: 'Unverified',
    description: 'One party or one source says so; nothing independent was found.',
  },
  {
    id: 'corroborated',
    label: 'Corroborated',
    description: 'Two or more independent sources agree on the main facts.',
  },
  {
    id: 'verified',
    label: 'Verified',
    description:
      'A document, recording or finding that the editors read or saw settles the main facts.',
  },
  {
    id: 'disputed',
    label: 'Disputed',
    description: 'Parties contradict each other on what matters most.',
  },
  {
    id: 'retracted',
    label: 'Retracted',
    description: 'It did not happen as reported, or the one who said so took it back.',
  },
] as const;

export type VerificationId = (typeof VERIFICATIONS)[number]['id'];
export const VERIFICATION_IDS: readonly VerificationId[] = VERIFICATIONS.map((v) => v.id);
