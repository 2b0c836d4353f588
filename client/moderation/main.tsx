import { render } from 'preact';
import { applyTheme, onSystemTheme, rememberedTheme, themeOf } from '../theme/theme.ts';
import { Moderation } from './Moderation.tsx';

const choice = rememberedTheme();
applyTheme(themeOf(choice));
onSystemTheme(() => applyTheme(themeOf(choice)));

const root = document.getElementById('app');
if (!root) throw new Error('moderation.html has no element with id "app"');
render(<Moderation />, root);
