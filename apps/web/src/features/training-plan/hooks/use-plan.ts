import { useCallback, useEffect, useState } from 'react';
import { TrainingPlanDocument, type TrainingPlanQuery } from '@contract/gql';
import { useRead, type Read } from '../../../lib/graphql/use-read';

export type Plan = TrainingPlanQuery['trainingPlan'];
export type PlannedSession = Plan['sessions'][number];
export type PlannedSeat = PlannedSession['seats'][number];

/** Places more, by the id of a session or position. */
export type More = Readonly<Record<string, number>>;

export interface PlanRead {
  readonly read: Read<TrainingPlanQuery>;
  /** What was read last: it stays on screen while another what-if is worked out. */
  readonly plan: Plan | undefined;
  readonly isWorking: boolean;
  readonly seats: More;
  readonly slots: More;
  readonly isWhatIf: boolean;
  readonly setSeats: (id: string, places: number) => void;
  readonly setSlots: (id: string, places: number) => void;
  readonly asItIs: () => void;
}

const ASK_AGAIN_MS = 1_200;

const rowsOf = (more: More): { id: string; places: number }[] =>
  Object.entries(more).map(([id, places]) => ({ id, places }));

const withPlaces = (more: More, id: string, places: number): More =>
  Object.fromEntries(Object.entries({ ...more, [id]: places }).filter(([, value]) => value > 0));

/** The plan, asked for again until it is settled, and the what-if around it. */
export function usePlan(): PlanRead {
  const [seats, setMoreSeats] = useState<More>({});
  const [slots, setMoreSlots] = useState<More>({});
  const read = useRead(TrainingPlanDocument, { moreSeats: rowsOf(seats), moreSlots: rowsOf(slots) });
  const [plan, setPlan] = useState<Plan>();
  const now = read.data?.trainingPlan;
  if (now !== undefined && now !== plan) setPlan(now);
  const isWhatIf = Object.keys(seats).length + Object.keys(slots).length > 0;
  const isUnsettled = now !== undefined && (now.state !== 'SETTLED' || (isWhatIf && now.figures?.withoutMore === null));
  const { lookAgain } = read;
  useEffect(() => {
    if (!isUnsettled) return undefined;
    const timer = setInterval(lookAgain, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnsettled, lookAgain]);
  return {
    read,
    plan,
    isWorking: isUnsettled || (now === undefined && read.error === undefined),
    seats,
    slots,
    isWhatIf,
    setSeats: useCallback((id, places) => setMoreSeats((more) => withPlaces(more, id, places)), []),
    setSlots: useCallback((id, places) => setMoreSlots((more) => withPlaces(more, id, places)), []),
    asItIs: useCallback(() => {
      setMoreSeats({});
      setMoreSlots({});
    }, []),
  };
}
