import { addDays, type Day } from '#domain/common/day';
import type { SeededClient } from './clients.seed';
import type { Row } from './copy-rows';
import type { SeededMembers } from './members.seed';
import { at, copyCounty, daysAgo, type SeedContext } from './seed-context';

const COURSES = [
  { code: 'HARNESS', name: '线束测试', kind: 'VOCATIONAL', teaches: ['HARNESS_TESTING'] },
  { code: 'FORKLIFT', name: '叉车驾驶', kind: 'VOCATIONAL', teaches: ['FORKLIFT_DRIVING', 'FORKLIFT_N1'] },
  { code: 'WELDING', name: '焊接基础', kind: 'VOCATIONAL', teaches: ['ARC_WELDING', 'WELDING'] },
  { code: 'CONTRACT', name: '劳动合同怎么看', kind: 'LEGAL_EDUCATION', teaches: [] },
  { code: 'SEWING', name: '缝纫入门', kind: 'VOCATIONAL', teaches: ['LOCKSTITCH_SEWING'] },
  { code: 'GUARD', name: '保安员上岗培训', kind: 'VOCATIONAL', teaches: ['SECURITY_GUARD'] },
] as const;
/** Taught for the first time in the round to come, in place of the lessons on contracts. */
const [NEW_COURSE, GIVES_WAY] = [5, 3];

const SEATS = 20;
const LESSONS_PER_SESSION = 6;
/** Six lessons two working days apart fit in, a week of holidays among them. */
const DAYS_PER_ROUND = 28;
/** Lessons of one session are a working day apart and take turns in half-day places, so that rooms and trainers never overlap. */
const PLACES_A_DAY = [9, 14] as const;

interface Session {
  readonly id: string;
  readonly courseId: string;
  readonly trainerId: string;
  readonly roomId: string;
  readonly hour: number;
  readonly startsOn: Day;
  readonly days: readonly Day[];
  readonly number: number;
  readonly seatsTaken: number;
}

/** Writes courses, rooms, sessions, lessons and enrolments; the demo client attends the session that runs now. */
export async function seedTraining(
  seed: SeedContext,
  members: SeededMembers,
  clients: readonly SeededClient[],
): Promise<void> {
  const { random } = seed;
  const courses = COURSES.map((course) => ({ ...course, id: random.uuid() }));
  const rooms = Array.from({ length: seed.scale.rooms }, (_, index) => ({
    id: random.uuid(),
    name: `2号楼${201 + index}室`,
  }));
  const organisation_id = members.baseId;
  await copyCounty(
    seed,
    'training_course',
    courses.map((course) => ({ organisation_id, ...course, teaches: [...course.teaches] })),
  );
  await copyCounty(
    seed,
    'room',
    rooms.map((room) => ({ organisation_id, ...room, seats: SEATS })),
  );
  const sessions = sessionSketches(
    seed,
    members,
    courses.map(({ id }) => id),
    rooms.map(({ id }) => id),
  );
  await copyCounty(
    seed,
    'course_session',
    sessions.map((session) => sessionRow(seed, session)),
  );
  await copyCounty(seed, 'lesson', lessonRows(seed, sessions));
  await copyCounty(seed, 'enrolment', enrolmentRows(seed, sessions, clients));
}

function sessionSketches(
  seed: SeedContext,
  members: SeededMembers,
  courseIds: readonly string[],
  roomIds: readonly string[],
): Session[] {
  const { random, scale } = seed;
  const lanes = scale.rooms * PLACES_A_DAY.length; // each lane is one room and one half of the day; a trainer keeps to her room
  return Array.from({ length: scale.sessions }, (_, index) => {
    const lane = index % lanes;
    const room = Math.floor(lane / PLACES_A_DAY.length);
    const startsOn = seed.calendar.nextWorkday(
      addDays(seed.today, -1 + (Math.floor(index / lanes) - Math.floor(scale.sessions / lanes / 2)) * DAYS_PER_ROUND),
    );
    const days = Array.from({ length: LESSONS_PER_SESSION }, (_, lesson) =>
      seed.calendar.addWorkingDays(startsOn, lesson * 2),
    );
    const course = courseAt(index, startsOn > seed.today);
    return {
      id: random.uuid(),
      courseId: courseIds[course] ?? '',
      trainerId: members.trainerIds[room % members.trainerIds.length] ?? '',
      roomId: roomIds[room] ?? '',
      hour: PLACES_A_DAY[lane % PLACES_A_DAY.length] ?? 9,
      startsOn,
      days,
      number: index + 1,
      seatsTaken: course === NEW_COURSE ? 2 : 12, // few have asked for the new one yet: the training plan has something to fill
    };
  });
}

/** Which course a session is of: they take turns. */
function courseAt(index: number, isAhead: boolean): number {
  const turn = index % NEW_COURSE;
  return isAhead && turn === GIVES_WAY ? NEW_COURSE : turn;
}

function sessionRow(seed: SeedContext, session: Session): Row {
  const endsOn = session.days.at(-1) ?? session.startsOn;
  const status = endsOn < seed.today ? 'COMPLETED' : session.startsOn <= seed.today ? 'RUNNING' : 'OPEN';
  return {
    id: session.id,
    course_id: session.courseId,
    number: session.number,
    seats: SEATS,
    min_seats: 6,
    enrol_from: addDays(session.startsOn, -40),
    enrol_to: addDays(session.startsOn, -1),
    starts_on: session.startsOn,
    ends_on: endsOn,
    trainer_membership_id: session.trainerId,
    status,
  };
}

function* lessonRows(seed: SeedContext, sessions: readonly Session[]): Generator<Row> {
  for (const session of sessions) {
    for (const [index, day] of session.days.entries()) {
      yield {
        id: seed.random.uuid(),
        session_id: session.id,
        number: index + 1,
        starts_at: at(day, session.hour),
        ends_at: at(day, session.hour + 2, 30),
        room_id: session.roomId,
        trainer_membership_id: session.trainerId,
      };
    }
  }
}

function* enrolmentRows(
  seed: SeedContext,
  sessions: readonly Session[],
  clients: readonly SeededClient[],
): Generator<Row> {
  const { random } = seed;
  const demoSession = sessions.find((session) => session.startsOn >= seed.today) ?? sessions[0];
  for (const [index, session] of sessions.entries()) {
    const isPast = (session.days.at(-1) ?? session.startsOn) < seed.today;
    const taken = new Set<string>();
    for (let n = 0; n < session.seatsTaken; n += 1) {
      const client =
        n === 0 && session === demoSession
          ? clients[0]
          : clients[1 + ((index * 31 + n * 7) % Math.max(1, clients.length - 1))];
      if (client === undefined || taken.has(client.id)) continue;
      taken.add(client.id);
      const status = isPast
        ? random.chance(0.85)
          ? 'COMPLETED'
          : 'DROPPED'
        : session.startsOn <= seed.today
          ? 'ATTENDING'
          : 'CONFIRMED';
      yield {
        id: random.uuid(),
        client_id: client.id,
        session_id: session.id,
        status,
        requested_at: at(daysAgo(seed, random.int(5, 30)), 10),
      };
    }
  }
}
