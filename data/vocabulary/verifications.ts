/** How sure the editors are. Who decided, when and on what basis stands in `decisions`; what each means, in `descriptions.ts`. */
export const VERIFICATIONS = [
  { id: 'unverified', label: 'Unverified' },
  { id: 'corroborated', label: 'Corroborated' },
  { id: 'verified', label: 'Verified' },
  { id: 'disputed', label: 'Disputed' },
  { id: 'retracted', label: 'Retracted' },
] as const;

export type VerificationId = (typeof VERIFICATIONS)[number]['id'];
export const VERIFICATION_IDS: readonly VerificationId[] = VERIFICATIONS.map((v) => v.id);
