/** How much a scale has (product.md, "Scales that the demo data come in"). */
export interface Scale {
  readonly name: 'county' | 'city' | 'stress';
  readonly clients: number;
  readonly enterprises: number;
  readonly slots: number;
  readonly referrals: number;
  readonly placements: number;
  readonly sessions: number;
  readonly caseworkers: number;
  /** Rooms of the training base; each has its own trainer. */
  readonly rooms: number;
}

/** The scales by name. */
export const SCALES: Readonly<Record<Scale['name'], Scale>> = {
  county: {
    name: 'county',
    clients: 600,
    enterprises: 14,
    slots: 140,
    referrals: 700,
    placements: 37,
    sessions: 20,
    caseworkers: 20,
    rooms: 6,
  },
  city: {
    name: 'city',
    clients: 50_000,
    enterprises: 2_000,
    slots: 20_000,
    referrals: 200_000,
    placements: 9_000,
    sessions: 400,
    caseworkers: 1_000,
    rooms: 17,
  },
  stress: {
    name: 'stress',
    clients: 300_000,
    enterprises: 10_000,
    slots: 120_000,
    referrals: 1_500_000,
    placements: 54_000,
    sessions: 2_000,
    caseworkers: 6_000,
    rooms: 84,
  },
};
