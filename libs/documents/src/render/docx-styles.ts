import { AlignmentType, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';
import type { ListStyle } from '../model/model';

/** Twentieths of a point in a millimetre. */
const TWIPS = 1440 / 25.4;

/** A4 with margins of 25 mm. */
export const MARGIN_TWIPS = Math.round(25 * TWIPS);
export const CONTENT_TWIPS = Math.round(160 * TWIPS);

/** What every Word has; offices that own Source Serif 4 may change the style in one place. */
export const FONT = 'Cambria';

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'pl-PL' } },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: {
      run: { font: FONT, size: 32, bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 60 } },
    },
    heading2: {
      run: { font: FONT, size: 23, bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 300, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font: FONT, size: 21, bold: true, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 180, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Small',
      name: 'Small',
      basedOn: 'Normal',
      run: { font: FONT, size: 16, color: '444444' },
      paragraph: { spacing: { after: 60, line: 240 } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { font: FONT, size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 } },
    },
    {
      id: 'CellNumber',
      name: 'Cell number',
      basedOn: 'Cell',
      paragraph: { alignment: AlignmentType.RIGHT },
    },
    {
      id: 'TableCaption',
      name: 'Table caption',
      basedOn: 'Normal',
      run: { font: FONT, size: 19, bold: true },
      paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
    },
  ],
};

const FORMAT: Record<
  ListStyle,
  { format: (typeof LevelFormat)[keyof typeof LevelFormat]; mark: (level: number) => string }
> = {
  '1.': { format: LevelFormat.DECIMAL, mark: (level) => `%${level + 1}.` },
  '1)': { format: LevelFormat.DECIMAL, mark: (level) => `%${level + 1})` },
  'a)': { format: LevelFormat.LOWER_LETTER, mark: (level) => `%${level + 1})` },
  '-': { format: LevelFormat.BULLET, mark: () => '–' },
};

export const LIST_STYLES = Object.keys(FORMAT) as ListStyle[];

/** Deepest list that gets an indent of its own. */
export const MAX_LEVEL = 3;

export const numberingReference = (style: ListStyle): string => `list-${LIST_STYLES.indexOf(style)}`;

/** Real Word numbering: people may add and delete points, the numbers follow. */
export const numberingLevels: INumberingOptions['config'] = LIST_STYLES.map((style) => ({
  reference: numberingReference(style),
  levels: [0, 1, 2, 3].map((level) => ({
    level,
    format: FORMAT[style].format,
    text: FORMAT[style].mark(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 440 * (level + 1), hanging: 440 } } },
  })),
}));
