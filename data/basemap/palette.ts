/** Colours of the basemap: quieter than any mark that lies on it. */
export interface Palette {
  readonly land: string;
  /** Land outside the city limits: a shade off, so that the city reads as one shape. */
  readonly beyond: string;
  readonly water: string;
  readonly park: string;
  readonly street: string;
  readonly streetCasing: string;
  readonly freeway: string;
  readonly freewayCasing: string;
  readonly limits: string;
  readonly label: string;
  readonly waterLabel: string;
  readonly parkLabel: string;
}

export type Theme = 'light' | 'dark';

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    land: '#F4F2EE',
    beyond: '#EBE8E2',
    water: '#C9DCE6',
    park: '#DDE8D3',
    street: '#FFFFFF',
    streetCasing: '#DED9D0',
    freeway: '#EADFC8',
    freewayCasing: '#D3C5A6',
    limits: '#B9B1A4',
    label: '#5E5850',
    waterLabel: '#4F6F80',
    parkLabel: '#5A6B4C',
  },
  dark: {
    land: '#1B1E22',
    beyond: '#131518',
    water: '#152630',
    park: '#1D2620',
    street: '#2B2F35',
    streetCasing: '#15171A',
    freeway: '#3A352B',
    freewayCasing: '#15171A',
    limits: '#4A5058',
    label: '#A9B0B8',
    waterLabel: '#7C9BAA',
    parkLabel: '#8A9C84',
  },
};

/** What stands out more for whoever asks for more contrast: names, and the lines between things. */
const stronger: Readonly<Record<Theme, Partial<Palette>>> = {
  light: {
    streetCasing: '#A39B8C',
    freewayCasing: '#8D7B52',
    limits: '#5E5850',
    label: '#1C1E21',
    waterLabel: '#1F3F50',
    parkLabel: '#2C3B1F',
  },
  dark: {
    streetCasing: '#5A626C',
    freewayCasing: '#7A6A45',
    limits: '#A9B0B8',
    label: '#F1F3F5',
    waterLabel: '#C5DEEA',
    parkLabel: '#CBDCC6',
  },
};

export function paletteOf(theme: Theme, contrast: 'usual' | 'more'): Palette {
  return contrast === 'usual' ? palettes[theme] : { ...palettes[theme], ...stronger[theme] };
}
