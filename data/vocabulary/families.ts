/**
 * Families of category: what the hue of a mark says. Each colour has a contrast of at least 3:1 on
 * land, water and parks of its theme, and stays apart from the others (CIE76 >= 16) in normal sight,
 * protanopia, deuteranopia and tritanopia.
 */
export const FAMILIES = [
  { id: 'gathering', label: 'Gathering', light: '#0B74C4', dark: '#5AA9E6' },
  { id: 'police_measures', label: 'Police measures', light: '#A8660A', dark: '#FFC857' },
  { id: 'violence', label: 'Shooting and injury', light: '#6E0F2E', dark: '#E0607E' },
  { id: 'enforcement', label: 'Enforcement', light: '#6A2FC0', dark: '#A97BFF' },
  { id: 'damage', label: 'Damage', light: '#2F4F0C', dark: '#86A93A' },
  { id: 'other', label: 'Statements and other', light: '#72767D', dark: '#DCE3EA' },
] as const;

export type FamilyId = (typeof FAMILIES)[number]['id'];
