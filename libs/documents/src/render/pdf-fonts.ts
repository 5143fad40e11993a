/** Source Serif 4 (OFL): the four cuts of formal paper, as paths inside `@expo-google-fonts/source-serif-4`. */
export const FONT_PACKAGE = '@expo-google-fonts/source-serif-4';

export const FONT_FILES = {
  normal: '400Regular/SourceSerif4_400Regular.ttf',
  italics: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  bold: '600SemiBold/SourceSerif4_600SemiBold.ttf',
  bolditalics: '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
} as const;

export type FontCut = keyof typeof FONT_FILES;

export const FONT_CUTS = Object.keys(FONT_FILES) as FontCut[];

/** Name of the family inside document definitions. */
export const FONT_FAMILY = 'SourceSerif4';
