import { ApiError, type ErrorTree, type FieldError } from './api-error.ts';

export type Path = (string | number)[];
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Collects what is wrong with a request body, field by field, in the way Discord reports it: all problems at once, as a
 * tree by path (https://discord.com/developers/docs/reference#error-messages).
 */
export class FormCheck {
  readonly #found: { path: Path; error: FieldError }[] = [];

  get failed(): boolean {
    return this.#found.length > 0;
  }

  fail(path: Path, code: string, message: string): void {
    this.#found.push({ path, error: { code, message } });
  }

  /** Whether the field is there; notes it when it has to be and isn't. */
  present(path: Path, value: unknown, required: boolean): boolean {
    if (value !== undefined && value !== null) return true;
    if (required) this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return false;
  }

  text(
    path: Path,
    value: unknown,
    { min = 0, max, required = false }: { min?: number; max: number; required?: boolean },
  ): value is string {
    if (!this.present(path, value, required)) return false;
    if (typeof value !== 'string') {
      this.fail(path, 'STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
      return false;
    }
    // Discord counts code points.
    const { length } = [...value];
    if (length === 0 && min > 0 && required) {
      this.fail(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    } else if (length > max && min === 0) {
      this.fail(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    } else if (length > max || length < min) {
      this.fail(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    } else return true;
    return false;
  }

  integer(
    path: Path,
    value: unknown,
    { min, max, required = false }: { min: number; max: number; required?: boolean },
  ): value is number {
    if (!this.present(path, value, required)) return false;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.fail(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    } else if (value < min) {
      this.fail(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    } else if (value > max) {
      this.fail(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    } else return true;
    return false;
  }

  flag(path: Path, value: unknown): void {
    if (this.present(path, value, false) && typeof value !== 'boolean') {
      this.fail(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    }
  }

  list(
    path: Path,
    value: unknown,
    { min = 0, max, required = false }: { min?: number; max: number; required?: boolean },
  ): unknown[] {
    if (!this.present(path, value, required)) return [];
    if (!Array.isArray(value)) {
      this.fail(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return [];
    }
    if (value.length > max || value.length < min) {
      const words =
        min === 0
          ? `Must be ${max} or fewer in length.`
          : `Must be between ${min} and ${max} in length.`;
      this.fail(path, min === 0 ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH', words);
    }
    return value;
  }

  oneOf(path: Path, value: unknown, choices: number[], required = true): value is number {
    if (!this.present(path, value, required)) return false;
    if (choices.includes(value as number)) return true;
    const words = `Value must be one of {${choices.join(', ')}}.`;
    this.fail(path, 'BASE_TYPE_CHOICES', words);
    return false;
  }

  fields(path: Path, value: unknown): Fields | undefined {
    if (isFields(value)) return value;
    this.fail(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return undefined;
  }

  /** Refuses the request with 50035 when anything is wrong. */
  settle(): void {
    if (!this.failed) return;
    const errors: ErrorTree = {};
    for (const { path, error } of this.#found) {
      let at = errors;
      for (const key of path) {
        at[key] ??= {};
        at = at[key] as ErrorTree;
      }
      at._errors = [...(at._errors ?? []), error];
    }
    throw new ApiError({ status: 400, code: 50035, message: 'Invalid Form Body', errors });
  }
}
