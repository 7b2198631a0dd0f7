import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { ACCESS, STEP_UP, type Access } from '../auth/access.decorators';

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';

/** A root field and who may call it. */
export interface RootFieldAccess {
  readonly type: 'Query' | 'Mutation';
  readonly field: string;
  readonly access: Access;
  /** It answers only after a proof of identity within the last five minutes. */
  readonly needsProof: boolean;
}

/** Knows the access rule of every root field; a field without one stops the start. */
@Injectable()
export class AccessRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** All root fields with their rule. Throws naming each root field that has none. */
  rootFields(): RootFieldAccess[] {
    const found: RootFieldAccess[] = [];
    const bare: string[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (instance === null || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = (prototype as Record<string, unknown>)[method] as () => unknown;
        const type = this.reflector.get<string | undefined>(RESOLVER_TYPE, handler);
        if (type !== 'Query' && type !== 'Mutation') continue;
        const field = this.reflector.get<string | undefined>(RESOLVER_NAME, handler) ?? method;
        const access = this.reflector.get<Access | undefined>(ACCESS, handler);
        if (access === undefined) bare.push(`${type}.${field}`);
        else
          found.push({
            type,
            field,
            access,
            needsProof: this.reflector.get<true | undefined>(STEP_UP, handler) === true,
          });
      }
    }
    if (bare.length > 0) throw new Error(`Root fields without @Requires(...) or @Public(reason): ${bare.join(', ')}`);
    return found;
  }
}

/** Appends to each root field's description who may call it, so that a change of permission shows in the schema's diff. */
export function describeAccess(schema: GraphQLSchema, fields: readonly RootFieldAccess[]): GraphQLSchema {
  for (const { type, field, access, needsProof } of fields) {
    const definition = schema.getType(type);
    const found = definition instanceof GraphQLObjectType ? definition.getFields()[field] : undefined;
    if (found === undefined) continue;
    const who =
      access.kind === 'public' ? `Public: ${access.reason}.` : `Requires one of: ${access.permissions.join(', ')}.`;
    const note = needsProof ? `${who} Needs a proof of identity not older than five minutes: confirmIdentity.` : who;
    const before = found.description ?? '';
    if (!before.endsWith(note)) found.description = `${before} ${note}`.trim();
  }
  return schema;
}
