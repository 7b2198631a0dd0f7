import { registerEnumType } from '@nestjs/graphql';
import {
  Availability,
  CommuteBand,
  EnterpriseDeclineReason,
  ReferralSource,
  WithdrawalReason,
} from '#domain/referrals/referral-codes';
import { ReferralStatus } from '#domain/referrals/referral-lifecycle';

registerEnumType(ReferralStatus, {
  name: 'ReferralStatus',
  description: 'Where a referral stands.',
  valuesMap: {
    PROPOSED: { description: 'The client is asked.' },
    CONSENTED: { description: 'The client agreed; not yet sent.' },
    SENT: { description: 'The enterprise has the blind card.' },
    VIEWED: { description: 'The enterprise opened the card.' },
    INVITED: { description: 'Invited to meet; the client decides.' },
    INTERVIEW: { description: 'The client accepted to meet.' },
    OFFERED: { description: 'Offered a contract; the client decides.' },
    ACCEPTED: { description: 'Accepted; a placement exists.' },
    POOLED: { description: 'Kept for later.' },
    DECLINED_BY_CLIENT: { description: 'The client does not want it.' },
    DECLINED_BY_ENTERPRISE: { description: 'Not this time.' },
    EXPIRED: { description: 'Nobody answered in time.' },
    WITHDRAWN: { description: 'Taken back.' },
    OBSOLETE: { description: 'No longer fits beside other work.' },
  },
});

registerEnumType(ReferralSource, {
  name: 'ReferralSource',
  description: 'Where a referral comes from.',
  valuesMap: {
    MANUAL: { description: 'A caseworker proposed it.' },
    BATCH: { description: 'A group placement proposed it.' },
    SELF: { description: 'The client asked for it.' },
  },
});

registerEnumType(WithdrawalReason, {
  name: 'WithdrawalReason',
  description: 'Why a referral is taken back.',
  valuesMap: {
    CLIENT_ASKED: { description: 'The client asked for it.' },
    NO_LONGER_SUITABLE: { description: 'It no longer suits.' },
    POSITION_CHANGED: { description: 'The position changed.' },
    ENTERPRISE_SILENT: { description: 'The enterprise does not answer.' },
    CONSENT_ENDED: { description: 'The consent ended.' },
    MADE_BY_MISTAKE: { description: 'It was made by mistake.' },
    OTHER: { description: 'Another reason.' },
  },
});

registerEnumType(EnterpriseDeclineReason, {
  name: 'EnterpriseDeclineReason',
  description: 'Why an enterprise declines: about the work, nothing else.',
  valuesMap: {
    SKILLS: { description: 'Skills do not suffice.' },
    HOURS: { description: 'Hours do not suit.' },
    COMMUTE: { description: 'Too far to travel.' },
    POSITION_FILLED: { description: 'The position is filled.' },
    CERTIFICATE_MISSING: { description: 'A certificate is missing.' },
    SCHEDULE: { description: 'Times do not suit.' },
  },
});

registerEnumType(Availability, {
  name: 'Availability',
  description: 'How soon a person can start, in bands.',
  valuesMap: {
    NOW: { description: 'At once.' },
    TWO_WEEKS: { description: 'Within two weeks.' },
    ONE_MONTH: { description: 'Within a month.' },
    LATER: { description: 'Later.' },
  },
});

registerEnumType(CommuteBand, {
  name: 'CommuteBand',
  description: 'How far a person travels, in bands.',
  valuesMap: {
    NEAR: { description: 'Up to 20 minutes.' },
    MIDDLE: { description: '20 to 40 minutes.' },
    FAR: { description: 'More than 40 minutes.' },
  },
});
