/** Words that no identifier may hold (privacy.md P1), each as the words of an identifier in their order. */
const FORBIDDEN: readonly string[] = [
  'drug',
  'drugs',
  'substance',
  'narcotic',
  'opiate',
  'heroin',
  'methadone',
  'relapse',
  'relapsed',
  'abstinence',
  'addict',
  'addiction',
  'detox',
  'rehab',
  'rehabilitation',
  'urine',
  'hair test',
  'drug test',
  'test result',
  'test results',
  'treatment',
  'therapy',
  'diagnosis',
  'criminal',
  'crime',
  'conviction',
  'convict',
  'offence',
  'offense',
  'offender',
  'sentence',
  'prison',
  'parole',
  'police',
  'biometric',
  'biometrics',
  'fingerprint image',
  'face',
  'gps',
  'geofence',
  'geolocation',
  'location track',
  'latitude',
  'longitude',
  'risk score',
  'honesty',
  'ethnicity',
  'religion',
  'hiv',
];

/** The words of an identifier, in lower case: camelCase, snake_case and UPPER_SNAKE. */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9\u4e00-\u9fff]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());

/** The forbidden word that an identifier holds, or null. */
export function forbiddenIn(name: string): string | null {
  const words = ` ${wordsOf(name).join(' ')} `;
  return FORBIDDEN.find((one) => words.includes(` ${one} `)) ?? null;
}
