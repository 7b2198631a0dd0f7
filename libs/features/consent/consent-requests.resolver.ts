import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { ConsentPurpose } from '#domain/consent/consent-codes';
import { CONSENT_SCOPES } from '#domain/consent/consent-scopes';
import { consentTextOf } from '#domain/consent/consent-texts';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ConsentReader } from './consent-reader';
import { ConsentRecordsService } from './consent-records.service';
import { ConsentRequestsRepository } from './consent-requests.repository';
import { ConsentRequestsService, type RequestOutcome } from './consent-requests.service';
import { ConsentRepository } from './consent.repository';
import { consentRequestOf } from './graphql/consent.mapping';
import {
  ConsentRequest,
  ConsentRequestPayload,
  ConsentScope,
  EvidenceInput,
  WantedConsentInput,
} from './graphql/consent-request.type';
import { ConsentGrant, ConsentGrantPayload } from './graphql/consent.type';

type Answer = Promise<PayloadOf<ConsentRequest, 'consentRequest'>>;

const SCOPE_CODES =
  'GROUPS_REQUIRED, GROUP_NOT_FOR_PURPOSE, NEEDS_STAND_ALONE, RECIPIENT_NOT_FOR_PURPOSE, TERM_OVER, TERM_TOO_LONG';

/** Asking for a consent, answering, and recording one from a paper. */
@Resolver(() => ConsentRequest)
export class ConsentRequestsResolver {
  constructor(
    private readonly requests: ConsentRequestsService,
    private readonly repository: ConsentRequestsRepository,
    private readonly records: ConsentRecordsService,
    private readonly reader: ConsentReader,
    private readonly grants: ConsentRepository,
  ) {}

  @Query(() => [ConsentRequest], { description: 'What one is or was asked to agree to, the newest above.' })
  @Requires(Permission.OWN_FILE_READ)
  myConsentRequests(@InOperation() operation: Operation): Promise<ConsentRequest[]> {
    return operation.read(async (tx) =>
      (await this.repository.ofClients(tx, [tx.actor.clientId ?? ''])).map(consentRequestOf),
    );
  }

  @Query(() => [ConsentScope], { description: 'What a client may be asked for, by purpose.' })
  @Requires(Permission.CONSENT_CONDUCT)
  consentScopes(@InOperation() operation: Operation): Promise<ConsentScope[]> {
    return operation.read((tx) =>
      Promise.all(
        Object.values(ConsentPurpose).map(async (purpose) => ({
          purpose,
          fieldGroups: [...CONSENT_SCOPES[purpose].groups],
          recipients: await this.grants.recipients(tx, CONSENT_SCOPES[purpose].recipients),
          text: consentTextOf(purpose),
        })),
      ),
    );
  }

  @Mutation(() => ConsentRequestPayload, {
    description: `Asks a client for a consent; no answer is a no. Codes: NOT_FOUND, CONFLICT, ${SCOPE_CODES}.`,
  })
  @Requires(Permission.CONSENT_CONDUCT)
  requestConsent(
    @InCommand() command: Command,
    @Args('input', { type: () => WantedConsentInput, description: 'What it is to open.' }) input: WantedConsentInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.requests.ask(tx, input));
  }

  @Mutation(() => ConsentRequestPayload, {
    description: 'Agrees to what one is asked; it can be taken back at any time. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  agreeToConsentRequest(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the request.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.requests.agree(tx, id));
  }

  @Mutation(() => ConsentRequestPayload, {
    description: 'Says no to what one is asked; nothing follows from it. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  declineConsentRequest(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the request.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.requests.decline(tx, id));
  }

  @Mutation(() => ConsentGrantPayload, {
    description: `Records what a client agreed to on paper; she is told. Codes: NOT_FOUND, EVIDENCE_NOT_READABLE, WITNESS_REQUIRED, TOO_LONG, ${SCOPE_CODES}.`,
  })
  @Requires(Permission.CONSENT_CONDUCT)
  recordConsent(
    @InCommand() command: Command,
    @Args('input', { type: () => WantedConsentInput, description: 'What it opens.' }) input: WantedConsentInput,
    @Args('evidence', { type: () => EvidenceInput, description: 'How it is proven.' }) evidence: EvidenceInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<ConsentGrant, 'consentGrant'>> {
    return command.run({
      as: 'consentGrant',
      act: (tx) => this.records.record(tx, input, { ...evidence, witnessName: evidence.witnessName ?? null }),
      read: (tx, id) => this.reader.byId(tx, id),
    });
  }

  private run(command: Command, act: (tx: Tx) => Promise<RequestOutcome>): Answer {
    return command.run({
      as: 'consentRequest',
      act,
      read: async (tx, id) => {
        const row = await this.repository.byId(tx, id);
        return row === null ? null : consentRequestOf(row);
      },
    });
  }
}
