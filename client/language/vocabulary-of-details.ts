import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { CrowdMeasure, PoliceMeasure } from '../../data/vocabulary/measures.ts';
import type { TimePrecision } from '../../data/vocabulary/precisions.ts';
import type { Role } from '../../data/vocabulary/roles.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { say } from './say-of-details.ts';

/** The rest of vocabulary.ts: what marks, lists and counts have no need of. */

export const categoryDescription = (id: CategoryId): string => say(`category.${id}.description`);
export const verificationDescription = (id: VerificationId): string =>
  say(`verification.${id}.description`);
export const roleLabel = (id: Role): string => say(`role.${id}`);
export const timePrecisionLabel = (id: TimePrecision): string => say(`timePrecision.${id}`);
export const policeMeasureLabel = (id: PoliceMeasure): string => say(`policeMeasure.${id}`);
export const crowdMeasureLabel = (id: CrowdMeasure): string => say(`crowdMeasure.${id}`);
