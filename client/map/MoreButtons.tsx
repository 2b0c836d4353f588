import { PictureButton } from '../picture/PictureButton.tsx';
import { type SeeingProps, WaysOfSeeing } from './WaysOfSeeing.tsx';

/** The last of the map's buttons, of which none is needed before it is drawn. */
export function MoreButtons(props: SeeingProps) {
  return (
    <>
      <WaysOfSeeing {...props} />
      <PictureButton {...props} />
    </>
  );
}
