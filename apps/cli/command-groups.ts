import type { Command } from 'commander';

/** Commands that live in one file, which is loaded only where one of them is wanted: most need a tenth of what all need. */
export interface CommandGroup {
  /** What is typed first. */
  readonly names: readonly string[];
  readonly add: (program: Command) => Promise<void>;
}

/** Every command of the operator. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    names: ['workdays'],
    add: async (program) => (await import('./calculation.commands.js')).addCalculationCommands(program),
  },
  {
    names: ['retention', 'follow-up-plan'],
    add: async (program) => (await import('./follow-up.commands.js')).addFollowUpCommands(program),
  },
  {
    names: ['solve', 'verify-certificate'],
    add: async (program) => (await import('./placement.commands.js')).addPlacementCommands(program),
  },
  {
    names: ['pay-check', 'pay-cohort', 'pay-regression', 'adjust-p'],
    add: async (program) => (await import('./pay.commands.js')).addPayCommands(program),
  },
  {
    names: ['pseudonymise'],
    add: async (program) => (await import('./pseudonymise.commands.js')).addPseudonymiseCommands(program),
  },
  {
    names: ['seed', 'demo-logins'],
    add: async (program) => (await import('./data.commands.js')).addDataCommands(program),
  },
  { names: ['admin'], add: async (program) => (await import('./admin.commands.js')).addAdminCommands(program) },
  { names: ['verify-audit'], add: async (program) => (await import('./audit.commands.js')).addAuditCommands(program) },
  { names: ['import'], add: async (program) => (await import('./import.commands.js')).addImportCommands(program) },
  { names: ['rotate-keys'], add: async (program) => (await import('./keys.commands.js')).addKeyCommands(program) },
  {
    names: ['replay-erasures'],
    add: async (program) => (await import('./erasure.commands.js')).addErasureCommands(program),
  },
];

/** Adds the commands of the group that is wanted; all of them where none is, as for help or a slip of the pen. */
export async function addCommands(program: Command, wanted: string | undefined): Promise<void> {
  const group = COMMAND_GROUPS.find(({ names }) => wanted !== undefined && names.includes(wanted));
  for (const { add } of group === undefined ? COMMAND_GROUPS : [group]) await add(program);
}
