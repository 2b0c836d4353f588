import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { FamilyId } from '../../data/vocabulary/families.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { say } from './say.ts';

/** The words of data/vocabulary in the language of the page; data/ itself speaks English. */

export const categoryLabel = (id: CategoryId): string => say(`category.${id}`);
export const familyLabel = (id: FamilyId): string => say(`family.${id}`);
export const verificationLabel = (id: VerificationId): string => say(`verification.${id}`);
