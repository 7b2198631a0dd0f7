import type { ReactNode } from 'react';
import { PhoneDoorDocument } from '@contract/gql';
import { useRead } from '../../../lib/graphql/use-read';
import { PinForm } from './sign-in-forms';

interface PinAgainProps {
  readonly onSignedIn: (accountId: string) => void;
}

/** Over the page of a phone that its owner opens by digits: they are asked instead of a password. */
export function PinAgain({ onSignedIn }: PinAgainProps): ReactNode {
  const read = useRead(PhoneDoorDocument, {});
  if (read.data === undefined) return null;
  return <PinForm asksLogin={read.data.phoneDoor.asksLogin} onSignedIn={onSignedIn} />;
}
