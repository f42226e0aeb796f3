import { Avatar } from '@mantine/core';

interface UserPictureProps {
  readonly name: string;
  readonly url: string | null;
}

/** The picture of a user beside their name, or their initials. */
export function UserPicture({ name, url }: UserPictureProps) {
  const initials = name
    .split(/\s+/)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0x20))
    .slice(0, 2)
    .join('');
  // The name is beside it.
  return (
    <Avatar src={url} alt="" aria-hidden radius="xl" variant="default">
      {initials}
    </Avatar>
  );
}
