import { QualificationNamesDocument } from '@contract/gql';
import { useRead } from '../../lib/graphql/use-read';
import { useMatchWords, type Check } from './use-match-words';

/** A hard check as a sentence where the position it belongs to is not on screen. */
export function useCheckWords(): (check: Check) => string {
  const words = useMatchWords();
  const names = useRead(QualificationNamesDocument, {}).data;
  const asking = { requiredSkills: names?.skills ?? [], requiredCertificates: names?.certificates ?? [] };
  return (check) => words.check(check, asking);
}
