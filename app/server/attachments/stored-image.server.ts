import type { Sharp } from 'sharp'
import {
  MAX_IMAGE_SIDE,
  MAX_PIXELS,
  MAX_PIXELS_A_SIDE,
  MAX_THUMBNAIL_SIDE,
} from '~/domain/attachment/limits'
import type { StoredImageType } from '~/domain/attachment/media-type'
import type { FileProblem } from '~/domain/attachment/problem'

export interface EncodedImage {
  content: Buffer
  width: number
  height: number
}

export interface StoredImage {
  mediaType: StoredImageType
  image: EncodedImage
  thumbnail: EncodedImage
}

/**
 * An image as it is stored: turned the right way up, no larger than it is looked at, written anew from its pixels, so
 * that nothing else of the file is left: no place, no device, no hidden second file.
 *
 * @returns what keeps it from being read, where something does
 */
export async function storedImage(
  content: Buffer,
  jpeg: boolean,
): Promise<StoredImage | FileProblem> {
  const sharp = await imageLibrary()
  const read = () =>
    sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 }).autoOrient()
  try {
    const { width = 0, height = 0 } = await sharp(content, { limitInputPixels: false }).metadata()
    const longer = Math.max(width, height)
    if (width * height > MAX_PIXELS || longer > MAX_PIXELS_A_SIDE) return 'tooManyPixels'
    const image = await encode(read(), MAX_IMAGE_SIDE, jpeg)
    // Of what is stored, not of the file: it is smaller, and was read already.
    const thumbnail = await encode(sharp(image.content), MAX_THUMBNAIL_SIDE, jpeg)
    return { mediaType: jpeg ? 'image/jpeg' : 'image/webp', image, thumbnail }
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'tooManyPixels' : 'broken'
  }
}

/** It takes some 20 MB, which a program to which nobody sends an image does without. */
async function imageLibrary() {
  const { default: sharp } = await import('sharp')
  // Of two cores one is left to those who read; what was decoded once is not asked for again.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

async function encode(from: Sharp, side: number, jpeg: boolean): Promise<EncodedImage> {
  const sized = from.resize({
    width: side,
    height: side,
    fit: 'inside',
    withoutEnlargement: true,
  })
  const written = jpeg ? sized.jpeg({ quality: 84, mozjpeg: true }) : sized.webp({ quality: 86 })
  const { data, info } = await written.toBuffer({ resolveWithObject: true })
  return { content: data, width: info.width, height: info.height }
}
