import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import type { Queryable } from '../database/queryable';

/** Of whom a second step of signing in is demanded: of everybody but trainees, where the operator demands it at all. */
@Injectable()
export class SecondStepDemand {
  constructor(private readonly isDemandedHere: boolean) {}

  /** By the setting where there is one; else where the platform is served over https. */
  static by(settings: {
    readonly secondFactor: 'required' | 'offered' | undefined;
    readonly servedOrigin: string | undefined;
  }): SecondStepDemand {
    const { secondFactor, servedOrigin } = settings;
    const isDemanded =
      secondFactor === undefined ? (servedOrigin?.startsWith('https://') ?? false) : secondFactor === 'required';
    return new SecondStepDemand(isDemanded);
  }

  /** Whether it is demanded of a role. */
  isDemandedOf(role: string): boolean {
    return this.isDemandedHere && role !== Role.CLIENT;
  }

  /** Whether it is demanded of somebody who has none. */
  async isMissing(db: Queryable, accountId: string, role: string): Promise<boolean> {
    if (!this.isDemandedOf(role)) return false;
    const [row] = await db.query<{ has: boolean }>('select auth.has_second_step($1) as has', [accountId]);
    return row?.has !== true;
  }
}
