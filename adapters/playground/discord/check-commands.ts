import { refusal } from './api-error.ts';
import { type Fields, FormCheck, type Path } from './form-check.ts';
import { LIMITS } from './limits.ts';
import type { CommandOption, StoredCommand } from './state.ts';

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** https://discord.com/developers/docs/reference#locales */
const LOCALES = new Set(
  'id,da,de,en-GB,en-US,es-ES,es-419,fr,hr,it,lt,hu,nl,no,pl,pt-BR,ro,fi,sv-SE,vi,tr,cs,el,bg,ru,uk,hi,th,zh-CN,ja,zh-TW,ko'.split(
    ',',
  ),
);
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const STRING = 3;
const NUMBERS = [4, 10];

export type CheckedCommand = Omit<StoredCommand, 'id' | 'version' | 'guild'>;

/** Checks the commands that an app registers at once, as Discord does. Throws the refusal. */
export function checkCommands(body: unknown, path: Path = []): CheckedCommand[] {
  const form = new FormCheck();
  const items = form.list(path, body, { max: 130, required: true });
  const counts = new Map<number, number>();
  const names = new Set<string>();
  const checked = items.flatMap((item, index) => {
    const command = form.fields([...path, index], item);
    if (!command) return [];
    const type = Number(command.type ?? 1);
    counts.set(type, (counts.get(type) ?? 0) + 1);
    const key = `${type} ${String(command.name)}`;
    if (names.has(key)) {
      form.fail(
        [...path, index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    names.add(key);
    return [checkCommand(form, [...path, index], command)];
  });
  form.settle();
  for (const [type, count] of counts) {
    if (count > (LIMITS.commands[type] ?? 0)) throw refusal('tooManyCommands');
  }
  return checked;
}

/** Checks one command. Throws the refusal. */
export function checkOneCommand(body: Fields): CheckedCommand {
  const form = new FormCheck();
  const command = checkCommand(form, [], body);
  form.settle();
  return command;
}

function checkCommand(form: FormCheck, path: Path, command: Fields): CheckedCommand {
  const type = (command.type as number | undefined) ?? 1;
  form.oneOf([...path, 'type'], type, [1, 2, 3]);
  const slash = type === 1;
  checkName(form, [...path, 'name'], command.name, slash);
  checkLocalizations(
    form,
    [...path, 'name_localizations'],
    command.name_localizations,
    (at, text) => checkName(form, at, text, slash),
  );
  checkDescriptions(form, path, command, slash);
  checkNumbers(form, [...path, 'contexts'], command.contexts, [0, 1, 2]);
  checkNumbers(form, [...path, 'integration_types'], command.integration_types, [0, 1]);
  const permissions = command.default_member_permissions;
  if (permissions != null && !/^\d+$/.test(String(permissions))) {
    form.fail(
      [...path, 'default_member_permissions'],
      'NUMBER_TYPE_COERCE',
      `Value "${String(permissions)}" is not int.`,
    );
  }
  if (slash) checkOptions(form, [...path, 'options'], command.options, 0);
  else if (Array.isArray(command.options) && command.options.length > 0) {
    form.fail(
      [...path, 'options'],
      'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
      'Context menu commands cannot have options',
    );
  }
  return {
    type,
    name: command.name as string,
    description: (command.description as string | undefined) ?? '',
    name_localizations: (command.name_localizations as Record<string, string>) ?? null,
    description_localizations:
      (command.description_localizations as Record<string, string>) ?? null,
    options: (command.options as CommandOption[] | undefined) ?? [],
    default_member_permissions: permissions == null ? null : String(permissions),
    contexts: (command.contexts as number[] | undefined) ?? null,
    integration_types: (command.integration_types as number[] | undefined) ?? [0],
    nsfw: command.nsfw === true,
  };
}

function checkName(form: FormCheck, path: Path, name: unknown, slash: boolean): void {
  if (!form.text(path, name, { min: 1, max: LIMITS.commandName, required: true })) return;
  if (slash && (!NAME.test(name) || name !== name.toLowerCase())) {
    form.fail(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function checkDescriptions(form: FormCheck, path: Path, command: Fields, slash: boolean): void {
  const at = [...path, 'description'];
  const rule = { min: 1, max: LIMITS.commandDescription, required: true };
  if (slash) form.text(at, command.description, rule);
  else if (command.description) {
    form.fail(
      at,
      'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
      'Context menu commands cannot have description',
    );
  }
  checkLocalizations(
    form,
    [...path, 'description_localizations'],
    command.description_localizations,
    (place, text) => form.text(place, text, rule),
  );
}

function checkLocalizations(
  form: FormCheck,
  path: Path,
  value: unknown,
  check: (path: Path, text: unknown) => void,
): void {
  if (value === undefined || value === null) return;
  const texts = form.fields(path, value);
  for (const [locale, text] of Object.entries(texts ?? {})) {
    if (LOCALES.has(locale)) {
      if (text !== null) check([...path, locale], text);
    } else {
      form.fail(
        [...path, locale],
        'LOCALE_INVALID',
        `Value must be one of (${[...LOCALES].join(', ')}).`,
      );
    }
  }
}

function checkNumbers(form: FormCheck, path: Path, value: unknown, allowed: number[]): void {
  if (value === undefined || value === null) return;
  const items = form.list(path, value, { min: 1, max: allowed.length });
  for (const [index, item] of items.entries()) form.oneOf([...path, index], item, allowed);
}

function checkOptions(form: FormCheck, path: Path, value: unknown, depth: number): void {
  const names = new Set<unknown>();
  let optional = false;
  const items = form.list(path, value, { max: LIMITS.commandOptions });
  for (const [index, item] of items.entries()) {
    const at = [...path, index];
    const option = form.fields(at, item);
    if (!option) continue;
    const types = [SUBCOMMAND, SUBCOMMAND_GROUP, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    if (!form.oneOf([...at, 'type'], option.type, types)) continue;
    checkName(form, [...at, 'name'], option.name, true);
    checkLocalizations(
      form,
      [...at, 'name_localizations'],
      option.name_localizations,
      (place, text) => checkName(form, place, text, true),
    );
    checkDescriptions(form, at, option, true);
    if (names.has(option.name)) {
      form.fail(
        [...at, 'name'],
        'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        'An option with that name already exists',
      );
    }
    names.add(option.name);
    if (option.required === true && optional) {
      form.fail(
        at,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
    optional ||= option.required !== true;
    const nested = option.type === SUBCOMMAND || option.type === SUBCOMMAND_GROUP;
    if (nested && depth >= (option.type === SUBCOMMAND ? 2 : 1)) {
      form.fail(
        [...at, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command option types cannot be nested this deep',
      );
    } else if (nested) checkOptions(form, [...at, 'options'], option.options, depth + 1);
    else checkValueRules(form, at, option);
  }
}

function checkValueRules(form: FormCheck, path: Path, option: Fields): void {
  const takesChoices = option.type === STRING || NUMBERS.includes(Number(option.type));
  const choices = form.list([...path, 'choices'], option.choices, { max: LIMITS.choices });
  checkChoices(form, [...path, 'choices'], choices, option.type === STRING);
  if ((option.autocomplete === true || choices.length > 0) && !takesChoices) {
    form.fail(
      [...path, 'type'],
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'Only string and number options can have choices or autocomplete',
    );
  }
  if (option.autocomplete === true && choices.length > 0) {
    form.fail(
      path,
      'APPLICATION_COMMAND_AUTOCOMPLETE_AND_CHOICES',
      'Autocomplete and choices are mutually exclusive',
    );
  }
  form.integer([...path, 'min_length'], option.min_length, { min: 0, max: 6000 });
  form.integer([...path, 'max_length'], option.max_length, { min: 1, max: 6000 });
}

/** Checks choices of an option or of an autocomplete answer. */
export function checkChoices(form: FormCheck, path: Path, choices: unknown[], text: boolean): void {
  for (const [index, item] of choices.entries()) {
    const at = [...path, index];
    const choice = form.fields(at, item);
    if (!choice) continue;
    const rule = { min: 1, max: LIMITS.choiceText, required: true };
    form.text([...at, 'name'], choice.name, rule);
    if (text) form.text([...at, 'value'], choice.value, { ...rule, min: 0 });
    else if (typeof choice.value !== 'number') {
      form.fail(
        [...at, 'value'],
        'NUMBER_TYPE_COERCE',
        `Value "${String(choice.value)}" is not int.`,
      );
    }
  }
}
