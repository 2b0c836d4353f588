import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { FamilyId } from '../../data/vocabulary/families.ts';
import type { CrowdMeasure, PoliceMeasure } from '../../data/vocabulary/measures.ts';
import type { TimePrecision } from '../../data/vocabulary/precisions.ts';
import type { Role } from '../../data/vocabulary/roles.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { say } from './say.ts';

/** The words of data/vocabulary in the language of the page; data/ itself speaks English. */

export const categoryLabel = (id: CategoryId): string => say(`category.${id}`);
export const categoryDescription = (id: CategoryId): string => say(`category.${id}.description`);
export const familyLabel = (id: FamilyId): string => say(`family.${id}`);
export const verificationLabel = (id: VerificationId): string => say(`verification.${id}`);
export const verificationDescription = (id: VerificationId): string =>
  say(`verification.${id}.description`);
export const roleLabel = (id: Role): string => say(`role.${id}`);
export const timePrecisionLabel = (id: TimePrecision): string => say(`timePrecision.${id}`);
export const policeMeasureLabel = (id: PoliceMeasure): string => say(`policeMeasure.${id}`);
export const crowdMeasureLabel = (id: CrowdMeasure): string => say(`crowdMeasure.${id}`);
