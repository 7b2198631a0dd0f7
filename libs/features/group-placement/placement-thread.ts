import path from 'node:path';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { BatchSolvePhase } from '#domain/group-placement/batch-codes';
import type { Decisions } from '#domain/group-placement/decisions';
import type { InstanceFile } from '#domain/group-placement/placement-instance';
import { WarmThread } from '#platform/jobs/warm-thread';
import type { SolverAnswer, SolverInput } from './solver-work';

const HEAP_MEGABYTES = 1_024;

/** The worker's thread for the solver: started with the worker, ended with it. */
@Injectable()
export class PlacementThread implements OnModuleInit, OnModuleDestroy {
  private readonly thread = new WarmThread<SolverInput, BatchSolvePhase, SolverAnswer>(
    path.join(__dirname, 'solver-thread.js'),
    HEAP_MEGABYTES,
  );

  onModuleInit(): void {
    this.thread.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.stop();
  }

  /** Solves an instance around decisions; the signal ends it at once. */
  solve(
    file: InstanceFile,
    decisions: Decisions,
    signal: AbortSignal,
    onProgress: (phase: BatchSolvePhase) => void,
  ): Promise<SolverAnswer> {
    const lists = {
      cap: Int32Array.from(file.cap),
      ptr: Int32Array.from(file.ptr),
      col: Int32Array.from(file.col),
      w: Int32Array.from(file.w),
    };
    return this.thread.run({
      input: { file: { n: file.n, m: file.m, ...lists }, decisions },
      transfer: Object.values(lists).map(({ buffer }) => buffer),
      onProgress,
      signal,
    });
  }
}
