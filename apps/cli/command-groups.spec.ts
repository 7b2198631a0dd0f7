import { Command } from 'commander';
import { addCommands, COMMAND_GROUPS } from './command-groups';

const namesIn = (program: Command): string[] => program.commands.map((command) => command.name());

describe('the operator’s commands', () => {
  it.each(COMMAND_GROUPS.map(({ names, add }) => [names.join(', '), names, add] as const))(
    'are found in the file that is loaded for them: %s',
    async (_, names, add) => {
      const program = new Command();
      await add(program);
      expect(namesIn(program)).toEqual(names);
    },
  );

  it('are loaded alone where one is wanted, and all of them for help or a slip of the pen', async () => {
    const one = new Command();
    await addCommands(one, 'workdays');
    expect(namesIn(one)).toEqual(['workdays']);
    for (const wanted of [undefined, '--help', 'help', 'wrokdays']) {
      const all = new Command();
      await addCommands(all, wanted);
      expect(namesIn(all)).toEqual(COMMAND_GROUPS.flatMap(({ names }) => names));
    }
  });
});
