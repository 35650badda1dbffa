import { type Fields, type FormCheck, isFields, type Path } from './form-check.ts';
import { LIMITS } from './limits.ts';
import { COMPONENT, SELECTS } from './state.ts';

const V1_TOP = [COMPONENT.actionRow];
const IN_CONTAINER = [
  COMPONENT.actionRow,
  COMPONENT.section,
  COMPONENT.textDisplay,
  COMPONENT.mediaGallery,
  COMPONENT.file,
  COMPONENT.separator,
];
const V2_TOP = [...IN_CONTAINER, COMPONENT.container];

/** Notes custom_ids that are used twice in one message or modal. */
export class CustomIds {
  readonly #seen = new Set<string>();

  check(form: FormCheck, path: Path, value: unknown): void {
    if (!form.text(path, value, { min: 1, max: LIMITS.customId, required: true })) return;
    if (this.#seen.has(value)) {
      form.fail(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    this.#seen.add(value);
  }
}

interface Walk {
  form: FormCheck;
  ids: CustomIds;
  /** Components v2: how many, and how much text. */
  count: number;
  text: number;
  bytes: number;
}

/** Checks a message's components; gives back whether Discord would fall over their size (see `componentsBytes`). */
export function checkMessageComponents(
  form: FormCheck,
  path: Path,
  value: unknown,
  v2: boolean,
): { tooManyBytes: boolean } {
  const walk: Walk = { form, ids: new CustomIds(), count: 0, text: 0, bytes: 0 };
  const max = v2 ? LIMITS.components : LIMITS.actionRows;
  for (const [index, item] of form.list(path, value, { max }).entries()) {
    checkOne(walk, [...path, index], item, v2 ? V2_TOP : V1_TOP);
  }
  if (v2 && walk.count > LIMITS.components) {
    form.fail(
      path,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed (${LIMITS.components})`,
    );
  }
  if (walk.text > LIMITS.componentsText) {
    form.fail(
      path,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Displayable text size exceeds maximum size of ${LIMITS.componentsText}`,
    );
  }
  return { tooManyBytes: walk.bytes > LIMITS.componentsBytes };
}

function checkOne(walk: Walk, path: Path, value: unknown, allowed: readonly number[]): void {
  const { form } = walk;
  const fields = form.fields(path, value);
  if (!fields || !form.oneOf([...path, 'type'], fields.type, [...allowed])) return;
  walk.count += 1;
  if (fields.type === COMPONENT.actionRow) checkRow(walk, path, fields);
  if (fields.type === COMPONENT.textDisplay) checkTextDisplay(walk, path, fields);
  if (fields.type === COMPONENT.section) checkSection(walk, path, fields);
  if (fields.type === COMPONENT.container) {
    const children = form.list([...path, 'components'], fields.components, {
      min: 1,
      max: LIMITS.components,
      required: true,
    });
    for (const [index, child] of children.entries()) {
      checkOne(walk, [...path, 'components', index], child, IN_CONTAINER);
    }
  }
}

function checkTextDisplay(walk: Walk, path: Path, fields: Fields): void {
  const rule = { min: 1, max: LIMITS.componentsText, required: true };
  const { content } = fields;
  if (!walk.form.text([...path, 'content'], content, rule)) return;
  walk.text += [...content].length;
  walk.bytes += Buffer.byteLength(content) + 12;
}

function checkSection(walk: Walk, path: Path, fields: Fields): void {
  const rule = { min: 1, max: LIMITS.sectionTexts, required: true };
  const texts = walk.form.list([...path, 'components'], fields.components, rule);
  for (const [index, text] of texts.entries()) {
    checkOne(walk, [...path, 'components', index], text, [COMPONENT.textDisplay]);
  }
  const at = [...path, 'accessory'];
  if (!walk.form.present(at, fields.accessory, true) || !isFields(fields.accessory)) return;
  walk.count += 1;
  const { type } = fields.accessory;
  if (!walk.form.oneOf([...at, 'type'], type, [COMPONENT.button, COMPONENT.thumbnail])) return;
  if (type === COMPONENT.button) checkButton(walk.form, walk.ids, at, fields.accessory);
}

function checkRow(walk: Walk, path: Path, fields: Fields): void {
  const { form } = walk;
  const at = [...path, 'components'];
  const children = form.list(at, fields.components, {
    min: 1,
    max: LIMITS.rowButtons,
    required: true,
  });
  let selects = 0;
  for (const [index, item] of children.entries()) {
    const childAt = [...at, index];
    const child = form.fields(childAt, item);
    const kinds = [COMPONENT.button, ...SELECTS];
    if (!child || !form.oneOf([...childAt, 'type'], child.type, kinds)) continue;
    walk.count += 1;
    if (child.type === COMPONENT.button) checkButton(form, walk.ids, childAt, child);
    else {
      selects += 1;
      checkSelect(form, walk.ids, childAt, child);
    }
  }
  if (selects > 0 && children.length > 1) {
    form.fail(
      at,
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    );
  }
}

function checkButton(form: FormCheck, ids: CustomIds, path: Path, button: Fields): void {
  if (!form.oneOf([...path, 'style'], button.style, [1, 2, 3, 4, 5])) return;
  form.text([...path, 'label'], button.label, { max: LIMITS.buttonLabel });
  form.flag([...path, 'disabled'], button.disabled);
  if (!button.label && !button.emoji) {
    form.fail(
      [...path, 'label'],
      'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
      'A label or an emoji is required',
    );
  }
  if (button.style !== 5) {
    ids.check(form, [...path, 'custom_id'], button.custom_id);
    if (button.url != null) {
      form.fail(
        path,
        'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    return;
  }
  const at = [...path, 'url'];
  if (!form.text(at, button.url, { min: 1, max: LIMITS.buttonUrl, required: true })) return;
  if (!/^(https?|discord):\/\/\S+$/.test(button.url)) {
    form.fail(
      at,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${button.url.split(':')[0]}" is not supported. Scheme must be one of ('http', 'https', 'discord').`,
    );
  }
}

/** Checks a select in a message or a modal. */
export function checkSelect(form: FormCheck, ids: CustomIds, path: Path, select: Fields): void {
  ids.check(form, [...path, 'custom_id'], select.custom_id);
  form.text([...path, 'placeholder'], select.placeholder, { max: LIMITS.selectPlaceholder });
  form.integer([...path, 'min_values'], select.min_values, { min: 0, max: 25 });
  form.integer([...path, 'max_values'], select.max_values, { min: 1, max: 25 });
  if (select.type === COMPONENT.stringSelect) {
    checkOptions(form, [...path, 'options'], select.options, LIMITS.selectOptions);
  } else {
    form.list([...path, 'default_values'], select.default_values, { max: 25 });
  }
}

/** Checks the options of a select or a radio group. */
export function checkOptions(form: FormCheck, path: Path, value: unknown, max: number): void {
  const values = new Set<unknown>();
  for (const [index, item] of form.list(path, value, { min: 1, max, required: true }).entries()) {
    const at = [...path, index];
    const option = form.fields(at, item);
    if (!option) continue;
    const rule = { min: 1, max: LIMITS.selectOptionText, required: true };
    form.text([...at, 'label'], option.label, rule);
    form.text([...at, 'value'], option.value, rule);
    form.text([...at, 'description'], option.description, { max: LIMITS.selectOptionText });
    if (values.has(option.value)) {
      form.fail(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(option.value);
  }
}
