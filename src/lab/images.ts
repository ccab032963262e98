/** Images that the reader brings to the figures that learn digits. Plain data, made on the page and read in the worker. */

/** Labelled images, all of one size. */
export interface ImageSet {
  /** Brightness, a byte a pixel: 0 is paper, 255 is ink. Image by image, row by row from the top left. */
  pixels: Uint8Array
  /** The digit of each image, 0 to 9. */
  labels: Uint8Array
  count: number
}

/** Never changed once made: the page and the worker recognize images that they know by the object. */
export interface Images {
  /** The file that the training images came from, as it is called on the reader's device. */
  name: string
  /** Pixels per side of the images below, which have been made square and reduced. */
  size: number
  /** Pixels of the images in the file, from which those below were made. */
  original: { rows: number; columns: number }
  train: ImageSet
  /** Absent when the reader brought one set: training and test images are then both taken from `train`. */
  test?: ImageSet | undefined
}
