import { z } from 'zod';
import { configKey } from '#platform/config/config-key';

/** What commands on the database read beside the shared settings. */
export const migrateSettings = {
  migrateUrl: configKey(
    'DATABASE_MIGRATE_URL',
    z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
    {
      description: 'address under the role tonggong_migrate',
      sensitivity: 'secret',
    },
  ),
  demoPassword: configKey('DEMO_PASSWORD', z.string().min(8).optional(), {
    description: 'password of the demo accounts; without it nobody can sign in to them',
    sensitivity: 'secret',
  }),
};
