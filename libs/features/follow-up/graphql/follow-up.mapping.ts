import type { ReadMilestone } from '../follow-up-reader';
import { FollowUp } from './follow-up.type';

/** The schema's form of a milestone. */
export const followUpOf = (row: ReadMilestone): FollowUp => Object.assign(new FollowUp(), row);
