import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { fieldProblems, type SchemaIssue } from '../../../libs/contracts/field-problems.js';
import { Refused } from './problem.js';

/** The refusal of an input that has not the form it should have. */
export function badInput(issues: readonly SchemaIssue[]): Refused {
  const errors = fieldProblems(issues);
  const field = errors[0]?.field;
  const named = field === undefined || field === '' ? {} : { field };
  return new Refused({ code: 'INVALID_INPUT', ...named }, { status: 400, errors });
}

/** Parses what a route declares by `{ schema }`; an absent body counts as an empty one. */
export class InputPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => badInput(issues) });
  }

  override transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const given = metadata.type === 'body' && value == null ? ({} as T) : value;
    return super.transform(given, metadata);
  }
}
