import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { ImportKind } from '#domain/imports/import-codes';
import { HANDLES_IMPORT, type ImportHandler } from './import-handler';

/** Knows which class imports which kind of file; the features that own the tables bring them. */
@Injectable()
export class ImportHandlers {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** The handler of a kind. Throws where this process has none: wiring that is missing must not look like an empty file. */
  handlerOf(kind: ImportKind): ImportHandler {
    const handler = this.discovery
      .getProviders()
      .find(
        ({ metatype }) =>
          typeof metatype === 'function' && this.reflector.get<unknown>(HANDLES_IMPORT, metatype) === kind,
      );
    if (handler === undefined) throw new Error(`This process has no import handler for ${kind}.`);
    return handler.instance as ImportHandler;
  }
}
