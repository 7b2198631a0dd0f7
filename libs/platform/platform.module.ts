import path from 'node:path';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Audit } from './audit/audit';
import { Passwords } from './auth/passwords';
import { SecondStepDemand } from './auth/second-step-demand';
import { Sessions } from './auth/sessions';
import { Clock, ShiftedClock, SystemClock } from './clock/clock';
import type { ConfigOf } from './config/config-key';
import { readConfig } from './config/read-config';
import { homeSettings, httpSettings } from './config/settings';
import { FieldCrypto } from './crypto/field-crypto';
import { masterKey } from './crypto/master-key';
import { Transactions } from './database/transactions';
import { ErasureList } from './erasure/erasure-list';
import { FileStore, FolderFileStore } from './files/file-store';
import { Live } from './live/live';
import { Logger } from './logging/logger';
import { Outbox } from './outbox/outbox';

/** What an app brings: its name in logs and its connection to the database. */
export interface PlatformParts {
  readonly processName: string;
  readonly dataSource: DataSource;
}

/** The clock of this process; a shifted one only outside production. */
export function clockOf({ clockAt, nodeEnv }: ConfigOf<typeof homeSettings>): Clock {
  if (clockAt === undefined) return new SystemClock();
  if (nodeEnv === 'production') throw new Error('CLOCK_AT is for tests: production runs on the machine’s clock.');
  return new ShiftedClock(new Date(clockAt));
}

/** The glue that every process shares and every feature may use. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  /** Builds the module for one process. */
  static forProcess({ processName, dataSource }: PlatformParts): DynamicModule {
    const home = readConfig(homeSettings);
    const demand = {
      provide: SecondStepDemand,
      useFactory: () => SecondStepDemand.by(readConfig(httpSettings)),
    };
    const shared = [Transactions, Passwords, Sessions, Audit, Outbox, Live];
    const ports = [
      { provide: DataSource, useValue: dataSource },
      { provide: Clock, useValue: clockOf(home) },
      { provide: Logger, useValue: Logger.forProcess(processName, home.logLevel) },
      { provide: FieldCrypto, useFactory: () => new FieldCrypto(() => masterKey(home.home)) },
      { provide: ErasureList, useFactory: () => new ErasureList(home.home) },
      { provide: FileStore, useFactory: () => new FolderFileStore(path.join(home.home, 'files')) },
    ];
    const tokens = [DataSource, Clock, Logger, FieldCrypto, FileStore, ErasureList];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [...shared, ...ports, demand],
      exports: [...shared, ...tokens, SecondStepDemand, DiscoveryModule],
    };
  }

  /** Gives the connections back when the process stops. */
  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
