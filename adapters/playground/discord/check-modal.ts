import { CustomIds, checkOptions, checkSelect } from './check-components.ts';
import { type Fields, FormCheck, type Path } from './form-check.ts';
import { LIMITS } from './limits.ts';
import { COMPONENT, type Component } from './state.ts';

/** What a label can hold here. Real Discord also has roles, check boxes and files, which no page of this server shows. */
const IN_LABEL = [
  COMPONENT.textInput,
  COMPONENT.stringSelect,
  COMPONENT.userSelect,
  COMPONENT.channelSelect,
  COMPONENT.radioGroup,
];

/** Checks the `data` of a modal answer. Throws the refusal. */
export function checkModal(data: unknown): {
  custom_id: string;
  title: string;
  components: Component[];
} {
  const form = new FormCheck();
  const modal: Fields = form.fields(['data'], data) ?? {};
  form.text(['data', 'custom_id'], modal.custom_id, {
    min: 1,
    max: LIMITS.customId,
    required: true,
  });
  form.text(['data', 'title'], modal.title, { min: 1, max: LIMITS.modalTitle, required: true });
  const ids = new CustomIds();
  const items = form.list(['data', 'components'], modal.components, {
    min: 1,
    max: LIMITS.modalComponents,
    required: true,
  });
  for (const [index, item] of items.entries()) {
    checkTop(form, ids, ['data', 'components', index], item);
  }
  form.settle();
  return {
    custom_id: modal.custom_id as string,
    title: modal.title as string,
    components: items as Component[],
  };
}

function checkTop(form: FormCheck, ids: CustomIds, path: Path, item: unknown): void {
  const top = form.fields(path, item);
  const kinds = [COMPONENT.actionRow, COMPONENT.textDisplay, COMPONENT.label];
  if (!top || !form.oneOf([...path, 'type'], top.type, kinds)) return;
  if (top.type === COMPONENT.textDisplay) {
    form.text([...path, 'content'], top.content, {
      min: 1,
      max: LIMITS.componentsText,
      required: true,
    });
    return;
  }
  if (top.type === COMPONENT.actionRow) {
    const at = [...path, 'components'];
    const inputs = form.list(at, top.components, { min: 1, max: 1, required: true });
    for (const [index, value] of inputs.entries()) {
      const input = form.fields([...at, index], value);
      if (!input || !form.oneOf([...at, index, 'type'], input.type, [COMPONENT.textInput]))
        continue;
      form.text([...at, index, 'label'], input.label, {
        min: 1,
        max: LIMITS.labelText,
        required: true,
      });
      checkTextInput(form, ids, [...at, index], input);
    }
    return;
  }
  form.text([...path, 'label'], top.label, { min: 1, max: LIMITS.labelText, required: true });
  form.text([...path, 'description'], top.description, { min: 1, max: LIMITS.labelDescription });
  const at = [...path, 'component'];
  if (!form.present(at, top.component, true)) return;
  const inner = form.fields(at, top.component);
  if (!inner || !form.oneOf([...at, 'type'], inner.type, IN_LABEL)) return;
  form.flag([...at, 'required'], inner.required);
  if (inner.type === COMPONENT.textInput) {
    if (inner.label != null) {
      form.fail(
        [...at, 'label'],
        'COMPONENT_LABEL_NOT_ALLOWED',
        'A text input inside a label cannot have a label of its own',
      );
    }
    checkTextInput(form, ids, at, inner);
  } else if (inner.type === COMPONENT.radioGroup) {
    ids.check(form, [...at, 'custom_id'], inner.custom_id);
    checkOptions(form, [...at, 'options'], inner.options, LIMITS.radioOptions);
  } else {
    checkSelect(form, ids, at, inner);
    if (inner.required !== false && inner.min_values === 0) {
      form.fail(
        [...at, 'min_values'],
        'COMPONENT_REQUIRED_MIN_VALUES',
        'A required select needs at least one value',
      );
    }
  }
}

function checkTextInput(form: FormCheck, ids: CustomIds, path: Path, input: Fields): void {
  ids.check(form, [...path, 'custom_id'], input.custom_id);
  form.oneOf([...path, 'style'], input.style, [1, 2]);
  form.text([...path, 'placeholder'], input.placeholder, { max: LIMITS.textInputPlaceholder });
  form.integer([...path, 'min_length'], input.min_length, { min: 0, max: LIMITS.textInput });
  form.integer([...path, 'max_length'], input.max_length, { min: 1, max: LIMITS.textInput });
  const max = typeof input.max_length === 'number' ? input.max_length : LIMITS.textInput;
  const min = input.value && typeof input.min_length === 'number' ? input.min_length : 0;
  form.text([...path, 'value'], input.value, { min, max });
  if (typeof input.min_length === 'number' && input.min_length > max) {
    form.fail(
      [...path, 'min_length'],
      'TEXT_INPUT_MIN_LENGTH_EXCEEDS_MAX',
      'min_length must be less than or equal to max_length',
    );
  }
}
