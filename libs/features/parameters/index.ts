export { HolidaysLoaded, MinimumWageChanged } from './parameters.jobs';
export { ParametersModule } from './parameters.module';
export { ParametersService, type MinimumWageRow } from './parameters.service';
export { certificateOf, occupationOf, skillOf, townshipOf } from './catalogue';
export { Occupation, Skill, Township } from './graphql/catalogue.type';
