/** The paths of the files that nodejieba loads. */
export interface Dictionary {
  readonly dict: string;
  readonly hmmDict: string;
  readonly userDict: string;
  readonly idfDict: string;
  readonly stopWordDict: string;
}

/** How a file that nobody touched is known. */
export interface FileMark {
  readonly bytes: number;
  readonly crc32: number;
}
