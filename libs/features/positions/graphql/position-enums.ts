import { registerEnumType } from '@nestjs/graphql';
import { PayBasis, Shift } from '#domain/positions/position-codes';
import { PositionStatus } from '#domain/positions/position-lifecycle';

registerEnumType(Shift, {
  name: 'Shift',
  description: 'When in the day a person works.',
  valuesMap: {
    DAY: { description: 'By day.' },
    MIDDLE: { description: 'From the afternoon into the evening.' },
    NIGHT: { description: 'By night.' },
    ROTATING: { description: 'In turns.' },
  },
});

registerEnumType(PayBasis, {
  name: 'PayBasis',
  description: 'What pay is reckoned by.',
  valuesMap: {
    MONTHLY: { description: 'By the month.' },
    HOURLY: { description: 'By the hour.' },
    PIECE: { description: 'By the piece.' },
  },
});

registerEnumType(PositionStatus, {
  name: 'PositionStatus',
  description: 'Where a position stands; whether it is filled follows from its slots.',
  valuesMap: {
    DRAFT: { description: 'Being written.' },
    UNDER_REVIEW: { description: 'Being reviewed by the employment service.' },
    RETURNED: { description: 'Returned to the enterprise for a change.' },
    PUBLISHED: { description: 'Open to proposals.' },
    STALE: { description: 'Not confirmed by the enterprise for 90 days: nothing new until it is.' },
    CLOSED: { description: 'Closed.' },
  },
});
