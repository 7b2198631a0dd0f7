import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Role } from '#domain/common/role';
import { Client, clientOf, ClientReader } from '#features/clients';
import {
  ConsentGrant,
  ConsentReader,
  ConsentRequest,
  consentRequestOf,
  ConsentRequestsRepository,
  Disclosure,
  DisclosuresRepository,
} from '#features/consent';
import { Position, positionOf, PositionsReader } from '#features/positions';
import { AppError } from '#platform/auth/app-error';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import type { Tx } from '#platform/database/transaction';
import { referralOf } from './graphql/referral.mapping';
import { Candidate, MyReferral, Referral } from './graphql/referral.type';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

async function positionFor(operation: Operation, reader: PositionsReader, positionId: string): Promise<Position> {
  const row = await operation.load('position', positionId, (tx, ids) => reader.byIds(tx, ids));
  if (row === null) throw new AppError('FORBIDDEN');
  return positionOf(row);
}

/** What a referral leads to for staff, batched for a whole list. */
@Resolver(() => Referral)
export class ReferralFieldsResolver {
  constructor(
    private readonly clients: ClientReader,
    private readonly positions: PositionsReader,
  ) {}

  @ResolveField(() => Client, { description: 'The client.' })
  async client(@Parent() referral: Referral, @InOperation() operation: Operation): Promise<Client> {
    const row = await operation.load('client', referral.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    if (row === null) throw new AppError('FORBIDDEN');
    return clientOf(row);
  }

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() referral: Referral, @InOperation() operation: Operation): Promise<Position> {
    return positionFor(operation, this.positions, referral.positionId);
  }
}

/** The position of a candidate. */
@Resolver(() => Candidate)
export class CandidateFieldsResolver {
  constructor(private readonly positions: PositionsReader) {}

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() candidate: Candidate, @InOperation() operation: Operation): Promise<Position> {
    return positionFor(operation, this.positions, candidate.positionId);
  }
}

/** The position of one's own referral. */
@Resolver(() => MyReferral)
export class MyReferralFieldsResolver {
  constructor(private readonly positions: PositionsReader) {}

  @ResolveField(() => Position, { description: 'The position.' })
  position(@Parent() referral: MyReferral, @InOperation() operation: Operation): Promise<Position> {
    return positionFor(operation, this.positions, referral.positionId);
  }
}

/** A client's referrals and consents. */
@Resolver(() => Client)
export class ClientReferralsResolver {
  constructor(
    private readonly repository: ReferralsRepository,
    private readonly grants: ConsentReader,
    private readonly requests: ConsentRequestsRepository,
    private readonly disclosuresRepository: DisclosuresRepository,
  ) {}

  @ResolveField(() => [Referral], { description: 'Her referrals, the newest above.' })
  async referrals(@Parent() client: Client, @InOperation() operation: Operation): Promise<Referral[]> {
    const rows = await operation.load('referrals-of-client', client.id, (tx, ids) => this.byClient(tx, ids));
    const role = operation.member.role as Role;
    return (rows ?? []).map((row) => referralOf(row, role));
  }

  @ResolveField(() => [ConsentGrant], { description: 'Her consents, the newest above.' })
  async consents(@Parent() client: Client, @InOperation() operation: Operation): Promise<ConsentGrant[]> {
    return (await operation.load('consents-of-client', client.id, (tx, ids) => this.grants.ofClients(tx, ids))) ?? [];
  }

  @ResolveField(() => [ConsentRequest], { description: 'What she is or was asked to agree to, the newest above.' })
  consentRequests(@Parent() client: Client, @InOperation() operation: Operation): Promise<ConsentRequest[]> {
    return operation.read(async (tx) => (await this.requests.ofClients(tx, [client.id])).map(consentRequestOf));
  }

  @ResolveField(() => [Disclosure], { description: 'Who looked at her file, latest first, at most a hundred.' })
  disclosures(@Parent() client: Client, @InOperation() operation: Operation): Promise<Disclosure[]> {
    return operation.read((tx) => this.disclosuresRepository.ofClient(tx, client.id));
  }

  private async byClient(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ReferralRow[]>> {
    const byClient = new Map<string, ReferralRow[]>();
    for (const row of await this.repository.ofClients(tx, ids))
      byClient.set(row.clientId, [...(byClient.get(row.clientId) ?? []), row]);
    return byClient;
  }
}

/** Whose consent it is. */
@Resolver(() => ConsentGrant)
export class ConsentClientResolver {
  constructor(private readonly clients: ClientReader) {}

  @ResolveField(() => Client, {
    nullable: true,
    description: 'Whose consent it is; null for a reader who may not see her.',
  })
  async client(@Parent() grant: ConsentGrant, @InOperation() operation: Operation): Promise<Client | null> {
    const row = await operation.load('client', grant.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    return row === null ? null : clientOf(row);
  }
}
