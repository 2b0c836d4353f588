/** Photos that a report holds at most. */
export const MOST_PHOTOS = 4;

/** Of one photo as it is sent. */
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
