import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DataSource } from 'typeorm';
import { LookUpInterceptor } from '#platform/audit/look-up.interceptor';
import { AccessGuard } from '#platform/auth/access.guard';
import { Transactions } from '#platform/database/transactions';
import { AccessRegistry } from '#platform/graphql/access-registry';
import { graphqlOptions } from '#platform/graphql/graphql-options';
import { IdsPipe } from '#platform/graphql/ids.pipe';
import { HealthController } from '#platform/health/health.controller';
import { Readiness } from '#platform/health/readiness';
import { AppErrorFilter } from '#platform/http/app-error.filter';
import { LiveModule } from '#platform/live/live.module';
import { Logger } from '#platform/logging/logger';
import { PlatformModule } from '#platform/platform.module';
import { servedFeatures } from './served-features';

@Module({ imports: [DiscoveryModule], providers: [AccessRegistry], exports: [AccessRegistry] })
class AccessModule {}

/** The API process: which features it serves, and the global rules of ids, access and faults. */
@Module({})
export class AppModule {
  static with(dataSource: DataSource, options: { readonly isExploring: boolean }): DynamicModule {
    const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule],
      inject: [Transactions, AccessRegistry, Logger],
      useFactory: (transactions: Transactions, access: AccessRegistry, log: Logger) =>
        graphqlOptions({ transactions, access, log, isExploring: options.isExploring }),
    });
    return {
      module: AppModule,
      imports: [
        PlatformModule.forProcess({ processName: 'api', dataSource }),
        AccessModule,
        graphql,
        LiveModule,
        ...servedFeatures,
      ],
      controllers: [HealthController],
      providers: [
        Readiness,
        { provide: APP_PIPE, useClass: IdsPipe },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: LookUpInterceptor },
        { provide: APP_FILTER, useClass: AppErrorFilter },
      ],
    };
  }
}
