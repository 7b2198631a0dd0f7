import { Education } from '#domain/clients/client-codes';
import { tidyWorkNeeds, workNeedsRefusal, type WorkNeedsCode } from '#domain/clients/work-needs';
import { refusal, settled, type Outcome, type Refusal } from '#domain/common/outcome';
import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import { findOccupation } from '#domain/positions/occupations';
import { findSkill } from '#domain/positions/skills';

/** Why an input about a client is not taken. */
export type ClientCode =
  'REQUIRED' | 'OUT_OF_RANGE' | 'NOT_A_PHONE' | 'UNKNOWN_TOWNSHIP' | 'UNKNOWN_CODE' | WorkNeedsCode;

/** Facts of a client as they are given: absent = unchanged, null = cleared. */
export interface ClientFactsInput {
  readonly phone?: string | null;
  readonly township?: string | null;
  readonly skills?: string[] | null;
  readonly accommodationNeeds?: string[] | null;
  readonly desiredOccupations?: string[] | null;
  readonly minAcceptablePayFen?: number | null;
  readonly weeklyHoursAvailable?: number | null;
  readonly travelLimitMinutes?: number | null;
  readonly availableFrom?: string | null;
  readonly objectsToRanking?: boolean | null;
}

/** Changes of a client as given: what says who she is may be corrected, and is never cleared. */
export interface ClientChangesInput extends ClientFactsInput {
  readonly name?: string | null;
  readonly birthYear?: number | null;
  readonly educationCode?: string | null;
}

/** A new client as given. */
export interface NewClientInput extends ClientFactsInput {
  readonly fileNumber: string;
  readonly name: string;
  readonly birthYear?: number | null;
  readonly township: string;
  readonly educationCode: string;
}

/** Facts that were checked; lists are never null. */
export interface CheckedFacts {
  phone?: string | null;
  township?: string;
  accommodationNeeds?: string[];
  skills?: string[];
  desiredOccupations?: string[];
  minAcceptablePayFen?: number | null;
  weeklyHoursAvailable?: number;
  travelLimitMinutes?: number;
  availableFrom?: string | null;
  objectsToRanking?: boolean;
}

/** Changes that were checked. */
export interface CheckedChanges extends CheckedFacts {
  name?: string;
  birthYear?: number | null;
  educationCode?: Education;
}

/** A new client that was checked. */
export interface CheckedClient extends CheckedFacts {
  fileNumber: string;
  name: string;
  birthYear: number | null;
  township: string;
  educationCode: Education;
}

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;
const MAX_NAME = 40;
const MAX_FILE_NUMBER = 40;
const MAX_WISHES = 3;
const MAX_PAY_FEN = 10_000_000;

/** Checks a new client; gives every refusal, not only the first. */
export function checkedClient(input: NewClientInput): Outcome<CheckedClient, ClientCode> {
  const fileNumber = input.fileNumber.trim();
  const name = input.name.trim();
  const refusals: Refusal<ClientCode>[] = [
    ...lengthRefusals('fileNumber', fileNumber, MAX_FILE_NUMBER),
    ...lengthRefusals('name', name, MAX_NAME),
    ...rangeRefusals('birthYear', input.birthYear, 1920, 2015),
    ...(isEducation(input.educationCode) ? [] : [refusal('UNKNOWN_CODE' as const, ['input', 'educationCode'])]),
    ...factRefusals(input),
  ];
  const educationCode = input.educationCode as Education;
  return settled(refusals, {
    ...presentFacts(input),
    fileNumber,
    name,
    birthYear: input.birthYear ?? null,
    township: input.township,
    educationCode,
  });
}

/** Checks changes; gives every refusal, not only the first. */
export function checkedChanges(input: ClientChangesInput): Outcome<CheckedChanges, ClientCode> {
  const name = input.name?.trim();
  const educationCode = input.educationCode ?? undefined;
  const refusals: Refusal<ClientCode>[] = [
    ...(name === undefined ? [] : lengthRefusals('name', name, MAX_NAME)),
    ...rangeRefusals('birthYear', input.birthYear, 1920, 2015),
    ...(educationCode === undefined || isEducation(educationCode)
      ? []
      : [refusal('UNKNOWN_CODE' as const, ['input', 'educationCode'])]),
    ...factRefusals(input),
  ];
  return settled(refusals, {
    ...presentFacts(input),
    ...(name === undefined ? {} : { name }),
    ...(input.birthYear === undefined ? {} : { birthYear: input.birthYear }),
    ...(educationCode === undefined ? {} : { educationCode: educationCode as Education }),
  });
}

function factRefusals(input: ClientFactsInput): Refusal<ClientCode>[] {
  const { phone, township, skills, desiredOccupations } = input;
  return [
    ...(phone === undefined || phone === null || PHONE.test(phone)
      ? []
      : [refusal('NOT_A_PHONE' as const, ['input', 'phone'])]),
    ...(township === undefined || isTownship(township)
      ? []
      : [refusal('UNKNOWN_TOWNSHIP' as const, ['input', 'township'])]),
    ...codeRefusals('skills', skills, (code) => findSkill(code) === code),
    ...codeRefusals('desiredOccupations', desiredOccupations, (code) => findOccupation(code) === code),
    ...(desiredOccupations !== undefined && (desiredOccupations?.length ?? 0) > MAX_WISHES
      ? [refusal('OUT_OF_RANGE' as const, ['input', 'desiredOccupations'], { most: MAX_WISHES })]
      : []),
    ...needsRefusals(input.accommodationNeeds),
    ...rangeRefusals('minAcceptablePayFen', input.minAcceptablePayFen, 0, MAX_PAY_FEN),
    ...rangeRefusals('weeklyHoursAvailable', input.weeklyHoursAvailable, 1, 60),
    ...rangeRefusals('travelLimitMinutes', input.travelLimitMinutes, 1, 240),
  ];
}

/** Keeps what was given; null clears where that is possible and is left out where it is not. */
function presentFacts(input: ClientFactsInput): CheckedFacts {
  const facts: CheckedFacts = {};
  if (input.phone !== undefined) facts.phone = input.phone;
  if (input.accommodationNeeds !== undefined) facts.accommodationNeeds = tidyWorkNeeds(input.accommodationNeeds ?? []);
  if (input.minAcceptablePayFen !== undefined) facts.minAcceptablePayFen = input.minAcceptablePayFen;
  if (input.availableFrom !== undefined) facts.availableFrom = input.availableFrom;
  if (input.skills !== undefined) facts.skills = input.skills ?? [];
  if (input.desiredOccupations !== undefined) facts.desiredOccupations = input.desiredOccupations ?? [];
  if (typeof input.township === 'string') facts.township = input.township;
  if (typeof input.weeklyHoursAvailable === 'number') facts.weeklyHoursAvailable = input.weeklyHoursAvailable;
  if (typeof input.travelLimitMinutes === 'number') facts.travelLimitMinutes = input.travelLimitMinutes;
  if (typeof input.objectsToRanking === 'boolean') facts.objectsToRanking = input.objectsToRanking;
  return facts;
}

const isEducation = (code: string): boolean => Object.values<string>(Education).includes(code);

const isTownship = (code: string | null): boolean => TONGCHENG_TOWNSHIPS.some((township) => township.code === code);

function needsRefusals(needs: readonly string[] | null | undefined): Refusal<ClientCode>[] {
  const code = workNeedsRefusal(tidyWorkNeeds(needs ?? []));
  return code === null ? [] : [refusal(code, ['input', 'accommodationNeeds'])];
}

function lengthRefusals(field: string, text: string, most: number): Refusal<ClientCode>[] {
  if (text.length === 0) return [refusal('REQUIRED', ['input', field])];
  return text.length > most ? [refusal('OUT_OF_RANGE', ['input', field], { most })] : [];
}

function rangeRefusals(
  field: string,
  value: number | null | undefined,
  least: number,
  most: number,
): Refusal<ClientCode>[] {
  if (value === null || value === undefined || (value >= least && value <= most)) return [];
  return [refusal('OUT_OF_RANGE', ['input', field], { least, most })];
}

function codeRefusals(
  field: string,
  codes: readonly string[] | null | undefined,
  isKnown: (code: string) => boolean,
): Refusal<ClientCode>[] {
  const unknown = (codes ?? []).findIndex((code) => !isKnown(code));
  return unknown === -1 ? [] : [refusal('UNKNOWN_CODE', ['input', field, String(unknown)])];
}
