/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seats for each client: plenty, as many as people, too few. */
export const REGIMES = { slack: 1.5, tight: 1, over: 0.7 };

const PAIRS_PER_CLIENT = 20;

/** Every client may take twenty slots of those there are, with any fit up to 10,000. */
function uniform(n, seatsPerClient, random) {
  const cap = seatsOf(n, seatsPerClient, random);
  const rows = Array.from({ length: n }, () => {
    const row = new Map();
    while (row.size < Math.min(PAIRS_PER_CLIENT, cap.length)) {
      row.set(Math.floor(random() * cap.length), Math.floor(random() * 10_001));
    }
    return [...row];
  });
  return inRows(n, cap, rows);
}

/** One to five seats a slot until there are as many as wanted. */
function seatsOf(n, seatsPerClient, random) {
  const cap = [];
  for (let left = Math.round(n * seatsPerClient); left > 0; left -= cap.at(-1)) {
    cap.push(Math.min(left, 1 + Math.floor(random() ** 2 * 5)));
  }
  return cap;
}

const OCCUPATIONS = 120;
const PEOPLE_PER_TOWN = 40;
/** Nobody travels further than an hour. */
const FURTHEST = 60;
const LARGEST_GROUP = 4;
const SKILLS = 12;
/** A few occupations hold most of the jobs. */
const occupation = (random) => Math.floor(random() ** 2 * OCCUPATIONS);
const groupOf = (code) => Math.floor(code / LARGEST_GROUP);
const skills = (random, often) => {
  let set = 0;
  for (let k = 0; k < SKILLS; k++) if (random() < often) set |= 1 << k;
  return set;
};
const bits = (set) => {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
};

/** Towns on a plane, eleven at least, with the towns that anyone would travel to; a kilometre is a minute and a half. */
function townsOf(n, random) {
  const count = Math.max(11, Math.round(n / PEOPLE_PER_TOWN));
  const side = Math.sqrt(count) * 12;
  const towns = Array.from({ length: count }, () => ({ x: random() * side, y: random() * side, slotsOf: new Map() }));
  for (const home of towns) {
    home.near = towns
      .map((town) => ({ town, minutes: 8 + 1.5 * Math.hypot(town.x - home.x, town.y - home.y) }))
      .filter(({ minutes }) => minutes <= FURTHEST);
  }
  return towns;
}

/** People and slots of townships: who can travel there, whose wish and skills it meets, scored like version 1. */
function township(n, seatsPerClient, random) {
  const cap = seatsOf(n, seatsPerClient, random);
  const towns = townsOf(n, random);
  const anyTown = () => Math.floor(random() * towns.length);
  const slots = cap.map((_, slot) => {
    const { slotsOf } = towns[anyTown()];
    const position = {
      occupation: occupation(random),
      skills: skills(random, 0.3),
      pay: 2_200 + Math.floor(random() * 2_800),
    };
    const group = groupOf(position.occupation);
    slotsOf.set(group, [...(slotsOf.get(group) ?? []), slot]);
    return position;
  });
  const rows = Array.from({ length: n }, () => {
    const home = towns[anyTown()];
    const client = {
      wishes: [occupation(random), occupation(random), occupation(random)],
      skills: skills(random, 0.5),
      pay: 2_000 + Math.floor(random() * 1_800),
      limit: 20 + Math.floor(random() * (FURTHEST - 19)),
    };
    return choices(client, home, slots);
  });
  return inRows(n, cap, rows);
}

function choices(client, home, slots) {
  const row = [];
  for (const { town, minutes } of home.near) {
    if (minutes > client.limit) continue;
    for (const group of new Set(client.wishes.map(groupOf))) {
      for (const slot of town.slotsOf.get(group) ?? []) {
        if (slots[slot].pay + 800 >= client.pay) row.push([slot, fitOf(client, slots[slot], minutes)]);
      }
    }
  }
  return row.sort((a, b) => a[0] - b[0]);
}

function fitOf(client, slot, minutes) {
  const wish = client.wishes.indexOf(slot.occupation);
  const listed = bits(slot.skills);
  const had = listed === 0 ? 1 : bits(client.skills & slot.skills) / listed;
  const commute = minutes <= 20 ? 1 : (client.limit - minutes) / (client.limit - 20);
  const pay = Math.min(1, Math.max(0, (slot.pay - client.pay) / (client.pay / 4)));
  const wished = [1, 0.8, 0.6][wish] ?? 0.4;
  return (
    1_500 + Math.floor(3_000 * had) + Math.floor(2_000 * wished) + Math.floor(2_000 * commute) + Math.floor(1_500 * pay)
  );
}

function inRows(n, cap, rows) {
  const ptr = new Int32Array(n + 1);
  rows.forEach((row, i) => (ptr[i + 1] = ptr[i] + row.length));
  const col = new Int32Array(ptr[n]);
  const w = new Int32Array(ptr[n]);
  rows.flat().forEach(([slot, fit], e) => {
    col[e] = slot;
    w[e] = fit;
  });
  return { n, m: cap.length, cap: Int32Array.from(cap), ptr, col, w };
}

const KINDS = { township, uniform };

/** An instance in the format of instance files, the same for the same arguments. */
export function makeInstance(kind, regime, n, seed) {
  const made = KINDS[kind](n, REGIMES[regime], randomFrom(seed));
  return { name: `${kind}-${regime}-${n}-${seed}`, ...made };
}
