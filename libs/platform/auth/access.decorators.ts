import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#domain/common/permission';

/** Who may call a root field or route. */
export type Access =
  | { readonly kind: 'requires'; readonly permissions: readonly Permission[] }
  | { readonly kind: 'public'; readonly reason: string };

/** Under this key it is kept whether a handler asks for a fresh proof of identity. */
export const STEP_UP = 'tonggong:step-up';

/** The handler answers only who proved within the last five minutes that she is who signed in; stands beside @Requires. */
export const StepUp = (): MethodDecorator => SetMetadata(STEP_UP, true);

/** Under this key the access rule of a handler is kept. */
export const ACCESS = 'tonggong:access';

/** Under this key stands that a handler answers a remembered phone whose digits were given long ago. */
export const OPEN_WHEN_LOCKED = 'tonggong:open-when-locked';

/** The handler shows nothing sensitive: it also answers a remembered phone before the digits are given. */
export const OpenWhenLocked = (): MethodDecorator => SetMetadata(OPEN_WHEN_LOCKED, true);

/** The handler answers members whose role holds at least one of the permissions. */
export const Requires = (...permissions: Permission[]): MethodDecorator =>
  SetMetadata(ACCESS, { kind: 'requires', permissions } satisfies Access);

/** The handler answers anybody; the reason is for the reader and for the permission list. */
export const Public = (reason: string): MethodDecorator =>
  SetMetadata(ACCESS, { kind: 'public', reason } satisfies Access);
