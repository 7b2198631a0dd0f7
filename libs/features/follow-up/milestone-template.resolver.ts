import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import type { PlannedMilestone } from '#domain/follow-up/milestone-plan';
import { TEMPLATE_LIMITS, type MilestoneChoice } from '#domain/follow-up/template-choices';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { DateScalar, UuidScalar } from '#platform/graphql/scalars';
import {
  MilestoneChoiceInput,
  MilestonePlanPreview,
  MilestoneTemplate,
  MilestoneTemplateInput,
  MilestoneTemplatePayload,
  type MilestoneTemplateRow,
  type PreviewedMilestone,
} from './graphql/milestone-template.type';
import type { TemplateVersion } from './milestone-templates.repository';
import { MilestoneTemplatesService, type PreviewedMilestone as Previewed } from './milestone-templates.service';

/** The county's template of milestones: staff read it, a supervisor tries another one and writes it down. */
@Resolver()
export class MilestoneTemplateResolver {
  constructor(private readonly templates: MilestoneTemplatesService) {}

  @Query(() => MilestoneTemplate, { description: 'The template by which placements are planned today.' })
  @Requires(Permission.FOLLOW_UP_READ)
  milestoneTemplate(@InOperation() operation: Operation): Promise<MilestoneTemplate> {
    return operation.read(async (tx) => shown(await this.templates.inForce(tx)));
  }

  @Query(() => [MilestoneTemplate], { description: 'All versions of the template, those that count last first.' })
  @Requires(Permission.FOLLOW_UP_READ)
  milestoneTemplates(@InOperation() operation: Operation): Promise<MilestoneTemplate[]> {
    return operation.read(async (tx) => (await this.templates.all(tx)).map(shown));
  }

  @Query(() => MilestonePlanPreview, {
    nullable: true,
    description:
      'The plan of somebody who begins on a day, by a template on trial: the same calculation as for a placement. Null where the milestones are no template.',
  })
  @Requires(Permission.PARAMETERS_EDIT)
  milestonePlanPreview(
    @InOperation() operation: Operation,
    @Args('milestones', { type: () => [MilestoneChoiceInput], description: 'Each milestone once.' })
    milestones: MilestoneChoiceInput[],
    @Args('startOn', { type: () => DateScalar, description: 'First day of work.' }) startOn: string,
  ): Promise<MilestonePlanPreview | null> {
    return operation.read(async (tx) => {
      const preview = await this.templates.preview(tx, milestones, startOn);
      return preview === null ? null : previewOf(preview);
    });
  }

  @Mutation(() => MilestoneTemplatePayload, {
    description:
      'Adds a version of the template. It plans placements that start, or whose start is moved, from its day on; plans of running placements stay. Codes: TEMPLATE_INCOMPLETE, MILESTONE_REQUIRED, OFFSET_OUT_OF_RANGE (least, most), WINDOW_OUT_OF_RANGE (least, most), CHANNEL_NOT_IN_PERSON, TEMPLATE_UNCHANGED, DAY_IN_PAST, DAY_TAKEN, STALE_VERSION.',
  })
  @Requires(Permission.PARAMETERS_EDIT)
  changeMilestoneTemplate(
    @InCommand() command: Command,
    @Args('input', { type: () => MilestoneTemplateInput, description: 'The template and its day.' })
    { milestones: choices, effectiveFrom }: MilestoneTemplateInput,
    @Args('expectedVersion', { type: () => Int, description: 'The highest version that one has seen.' })
    expectedVersion: number,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<MilestoneTemplate, 'milestoneTemplate'>> {
    return command.run({
      as: 'milestoneTemplate',
      act: (tx) => this.templates.change(tx, { choices, effectiveFrom, expectedVersion }),
      read: async (tx, id) => {
        const version = await this.templates.byRow(tx, id);
        return version === null ? null : shown(version);
      },
    });
  }
}

const shown = ({ version, effectiveFrom, choices }: TemplateVersion): MilestoneTemplate => ({
  version,
  effectiveFrom,
  milestones: choices.map(rowOf),
});

function rowOf(choice: MilestoneChoice): MilestoneTemplateRow {
  const limits = TEMPLATE_LIMITS.get(choice.code);
  if (limits === undefined) throw new Error('A milestone that is in no template.');
  const { mayThin, unit, offset, window, channels } = limits;
  return {
    ...choice,
    unit,
    mayThin,
    leastOffset: offset.least,
    mostOffset: offset.most,
    leastWindow: window.least,
    mostWindow: window.most,
    channels: [...channels],
  };
}

function previewOf(preview: readonly Previewed[]): MilestonePlanPreview {
  const contacts = (of: 'then' | 'now'): number => preview.filter((one) => one[of]?.status === 'SCHEDULED').length;
  return { milestones: preview.map(previewedOf), contacts: contacts('then'), contactsNow: contacts('now') };
}

function previewedOf({ then, now }: Previewed): PreviewedMilestone {
  const { code } = (then ?? now) as PlannedMilestone;
  return {
    code,
    rawOn: then?.rawOn ?? null,
    dueOn: then?.dueOn ?? null,
    status: then?.status ?? null,
    coveredBy: then?.coveredBy ?? null,
    isProvisional: then?.isProvisional ?? false,
    dueOnNow: now?.dueOn ?? null,
  };
}
