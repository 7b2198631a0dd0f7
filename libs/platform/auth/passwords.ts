import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** argon2id, 64 MiB, three passes, one lane: security.md, "Sign-in". */
const PARAMETERS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const AT_ONCE = 2;

/** Hashes a password; for the seed and the command line, which run alone. */
export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

/** Checks passwords, at most two at once, so that a burst of sign-ins cannot take the machine's memory. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  /** Hashes a password under the same limit. */
  async hash(password: string): Promise<string> {
    return this.limited(() => hashPassword(password));
  }

  /** True when the password fits. An unknown account (null) takes the same time and never fits. */
  async fits(passwordHash: string | null, password: string): Promise<boolean> {
    this.decoy ??= hashPassword('no account has this password');
    const compared = passwordHash ?? (await this.decoy);
    const matches = await this.limited(() => verify(compared, password));
    return matches && passwordHash !== null;
  }

  private async limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < AT_ONCE) this.running += 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next(); // the place passes on; it is never free in between
    }
  }
}
