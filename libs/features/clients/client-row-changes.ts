import { v7 as uuidv7 } from 'uuid';
import type { ClientRow } from '#domain/imports/client-row';
import type { HeldCertificate } from '#domain/matching/match-facts';
import type { Client } from './client.entity';
import type { CertificateOf, ClientChange, KnownClient } from './clients-import.repository';

/** A row with the fingerprints of the person. */
export interface FingerprintedRow extends ClientRow {
  readonly nameBidx: Buffer;
  readonly phoneBidx: Buffer;
}

type PersonalFields = Pick<Client, 'nameEnc' | 'nameBidx' | 'phoneEnc' | 'phoneBidx' | 'phoneTailBidx'>;

const UNTOUCHED = { name_enc: null, name_bidx: null, phone_enc: null, phone_bidx: null, phone_tail_bidx: null };

/**
 * What a row changes of a known client, or null where nothing: a cell that is empty or a column that is missing leaves
 * what is there. Name and phone are compared by their fingerprints, and encrypted anew only where they differ.
 */
export async function changeOf(
  row: FingerprintedRow,
  client: KnownClient,
  personalFields: () => Promise<PersonalFields>,
): Promise<ClientChange | null> {
  const facts = {
    birth_year: row.birthYear ?? client.birthYear,
    township: row.township ?? client.township,
    education_code: row.educationCode ?? client.educationCode,
    skills: row.skills.length > 0 && !haveSame(row.skills, client.skills) ? row.skills : client.skills,
    desired_occupations: row.desiredOccupations.length > 0 ? row.desiredOccupations : client.desiredOccupations,
    min_acceptable_pay_fen: row.minAcceptablePayFen ?? client.minAcceptablePayFen,
    weekly_hours_available: row.weeklyHoursAvailable ?? client.weeklyHoursAvailable,
    available_from: row.availableFrom ?? client.availableFrom,
  };
  const isSamePerson = row.nameBidx.equals(client.nameBidx) && client.phoneBidx?.equals(row.phoneBidx) === true;
  if (isSamePerson && isEqual(facts, client)) return null;
  const { id } = client;
  if (isSamePerson) return { id, ...UNTOUCHED, ...facts };
  const { nameEnc, nameBidx, phoneEnc, phoneBidx, phoneTailBidx } = await personalFields();
  const personal = { name_enc: nameEnc, name_bidx: nameBidx, phone_enc: phoneEnc, phone_bidx: phoneBidx };
  return { id, ...personal, phone_tail_bidx: phoneTailBidx, ...facts };
}

/** The certificates of a row that the client does not hold yet, or whose last day the row gives anew; none is taken away. */
export function certificatesToKeep(
  row: ClientRow,
  clientId: string,
  held: readonly HeldCertificate[],
): CertificateOf[] {
  const isHeld = ({ code, validTo }: HeldCertificate): boolean =>
    held.some((one) => one.code === code && (validTo === null || one.validTo === validTo));
  const unknown = row.certificates.filter((certificate) => !isHeld(certificate));
  const byCode = new Map(unknown.map((certificate) => [certificate.code, certificate]));
  return [...byCode.values()].map(({ code, validTo }) => ({ id: uuidv7(), clientId, code, validTo }));
}

function isEqual(facts: Omit<ClientChange, 'id' | keyof typeof UNTOUCHED>, client: KnownClient): boolean {
  return (
    facts.birth_year === client.birthYear &&
    facts.township === client.township &&
    facts.education_code === client.educationCode &&
    facts.skills === client.skills &&
    String(facts.desired_occupations) === String(client.desiredOccupations) &&
    facts.min_acceptable_pay_fen === client.minAcceptablePayFen &&
    facts.weekly_hours_available === client.weeklyHoursAvailable &&
    facts.available_from === client.availableFrom
  );
}

const haveSame = (some: readonly string[], others: readonly string[]): boolean =>
  [...some].sort().join() === [...others].sort().join();
