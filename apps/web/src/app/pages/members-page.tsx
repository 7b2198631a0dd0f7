import type { ReactNode } from 'react';
import { MemberList, SamePerson } from '../../features/members';

/** Who works here, and which accounts belong to one person. */
export function MembersPage(): ReactNode {
  return (
    <>
      <MemberList />
      <SamePerson />
    </>
  );
}
