import ExifReader from 'exifreader';

/**
 * Reads where a photo says it was taken. It is read on this device and nowhere kept.
 * @returns [longitude, latitude], or null where the photo does not say.
 */
export async function photoPosition(file: Blob): Promise<readonly [number, number] | null> {
  try {
    const { gps } = ExifReader.load(await file.arrayBuffer(), { expanded: true });
    const { Longitude: longitude, Latitude: latitude } = gps ?? {};
    return Number.isFinite(longitude) && Number.isFinite(latitude)
      ? [Number(longitude), Number(latitude)]
      : null;
  } catch {
    return null;
  }
}
