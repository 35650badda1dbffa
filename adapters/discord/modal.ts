import type {
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APITextDisplayComponent,
} from 'discord.js';
import { ChannelType, ComponentType, SelectMenuDefaultValueType, TextInputStyle } from 'discord.js';
import { withoutLooseControls } from '../../src/directions.ts';
import type { Field, Form } from '../../src/form.ts';
import { type Messages, messagesFor } from '../../src/messages/messages.ts';
import { createCustomIds } from './custom-id.ts';
import { limits, shorten } from './limits.ts';
import { escapeText } from './markdown.ts';
import { selectOption } from './pieces.ts';

/** A form as a modal: each field a label with its input. Discord's client says itself what is missing or too long. */
export function renderForm(
  form: Form,
  options: { community: string; locale?: string },
): APIModalInteractionResponseCallbackData {
  if (form.fields.length > limits.modalComponents) {
    throw new Error(`the form for ${form.send.type} has ${form.fields.length} fields`);
  }
  const words = messagesFor(options.locale);
  const labels = form.fields.map((field) => label(field, words));
  return {
    custom_id: createCustomIds(options.community)(form.send),
    title: shorten(form.title, limits.modalTitle),
    components: withIntro(labels, form.intro && withoutLooseControls(form.intro)),
  };
}

/** Where five fields leave no room above them, the intro stands below the first label, if that has no hint of its own. */
function withIntro(
  labels: APILabelComponent[],
  intro: string | undefined,
): (APILabelComponent | APITextDisplayComponent)[] {
  if (!intro) return labels;
  if (labels.length < limits.modalComponents) {
    const content = shorten(escapeText(intro), limits.text);
    return [{ type: ComponentType.TextDisplay, content }, ...labels];
  }
  return labels.map((label, i) =>
    i === 0
      ? { ...label, description: label.description ?? shorten(intro, limits.labelDescription) }
      : label,
  );
}

function label(field: Field, words: Messages): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: shorten(labelText(field, words), limits.label),
    ...(field.hint ? { description: shorten(field.hint, limits.labelDescription) } : {}),
    component: input(field, words.text('field.date-placeholder')),
  };
}

/** Discord's client marks what is required with a star; what is optional it leaves unsaid, where Slack's says so in words. */
function labelText({ label, required }: Field, words: Messages): string {
  if (required) return label;
  const optional = words.text('field.optional', { label });
  return optional.length <= limits.label ? optional : label;
}

const SNOWFLAKE = /^\d{1,20}$/;

function input(field: Field, datePlaceholder: string): APILabelComponent['component'] {
  const { id: custom_id, required, value } = field;
  // An optional select must say that none may be chosen; a required one must not (components/reference#string-select).
  const chosen = required ? { required } : { required, min_values: 0 };
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const most = Math.max(field.maxLength, value?.length ?? 0, 1);
      return {
        type: ComponentType.TextInput,
        custom_id,
        style: field.kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
        required,
        // What was typed once comes back whole, even when it is too long by now.
        max_length: Math.min(most, limits.inputLength),
        ...(field.placeholder
          ? { placeholder: shorten(field.placeholder, limits.inputPlaceholder) }
          : {}),
        ...(value ? { value } : {}),
      };
    }
    case 'date':
      return {
        type: ComponentType.TextInput,
        custom_id,
        style: TextInputStyle.Short,
        required,
        max_length: Math.max(datePlaceholder.length, value?.length ?? 0),
        placeholder: datePlaceholder,
        ...(value ? { value } : {}),
      };
    case 'choice': {
      if (field.options.length > limits.selectOptions) {
        throw new Error(`the field ${field.id} has ${field.options.length} options`);
      }
      const options = field.options.map((option) => ({
        ...selectOption(option),
        ...(option.value === value ? { default: true } : {}),
      }));
      return { type: ComponentType.StringSelect, custom_id, options, ...chosen };
    }
    case 'member':
      return {
        type: ComponentType.UserSelect,
        custom_id,
        ...chosen,
        ...(value && SNOWFLAKE.test(value)
          ? { default_values: [{ id: value, type: SelectMenuDefaultValueType.User }] }
          : {}),
      };
    case 'channel':
      return {
        type: ComponentType.ChannelSelect,
        custom_id,
        // Only these hold private threads (resources/channel#start-thread-without-message).
        channel_types: [ChannelType.GuildText],
        ...chosen,
        ...(value && SNOWFLAKE.test(value)
          ? { default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }] }
          : {}),
      };
  }
}
