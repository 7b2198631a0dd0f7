import { Query, Resolver } from '@nestjs/graphql';
import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import { Permission } from '#domain/common/permission';
import { CERTIFICATES } from '#domain/positions/certificates';
import { OCCUPATIONS } from '#domain/positions/occupations';
import { SKILLS } from '#domain/positions/skills';
import { Requires } from '#platform/auth/access.decorators';
import { namedCodes } from './catalogue';
import { Occupation, Skill, Township } from './graphql/catalogue.type';

/** The closed lists that forms choose from. */
@Resolver()
export class CatalogueResolver {
  @Query(() => [Township], { description: 'Towns and townships of the county.' })
  @Requires(Permission.CATALOGUE_READ)
  townships(): Township[] {
    return [...TONGCHENG_TOWNSHIPS];
  }

  @Query(() => [Occupation], { description: 'Occupations.' })
  @Requires(Permission.CATALOGUE_READ)
  occupations(): Occupation[] {
    return namedCodes(OCCUPATIONS);
  }

  @Query(() => [Skill], { description: 'Skills.' })
  @Requires(Permission.CATALOGUE_READ)
  skills(): Skill[] {
    return namedCodes(SKILLS);
  }

  @Query(() => [Skill], { description: 'Certificates.' })
  @Requires(Permission.CATALOGUE_READ)
  certificates(): Skill[] {
    return namedCodes(CERTIFICATES);
  }
}
