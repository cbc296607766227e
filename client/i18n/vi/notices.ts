export const notices = {
  updateHeading: 'Có bản mới của Sổ Chi bộ',
  updateBody: 'Cập nhật mất vài giây. Những gì đồng chí đã viết vẫn giữ nguyên trên máy.',
  updateNow: 'Cập nhật',
  newsHeading: 'Sổ vừa được cập nhật',
  newsOpen: 'Xem có gì mới',
  newsLater: 'Để sau',
  cannotSaveHeading: 'Khoan viết: máy này không lưu được',
  cannotSaveFull:
    'Bộ nhớ của máy đã đầy. Đồng chí xóa bớt ảnh hoặc video; có chỗ là sổ tự lưu. Nếu vừa viết, đừng đóng trang này. Những gì đã lưu trước đây vẫn còn.',
  cannotSaveBlocked:
    'Trình duyệt đang chặn việc lưu, có thể do đang mở ở chế độ ẩn danh. Đồng chí mở lại sổ bằng Chrome ở chế độ thường.',
  appTooOld:
    'Bản trên máy này đã cũ. Đồng chí vẫn xem và viết được; phần viết sẽ chờ bí thư xem. Nên cập nhật sớm.',
  openFailed: 'Không mở được sổ trên máy này',
  openFailedBody:
    'Đồng chí đóng trình duyệt rồi mở lại. Nếu vẫn không được, mở sổ bằng Chrome ở chế độ thường. Dữ liệu đã lưu không bị xóa.',
  foreignPageHeading: 'Mạng này chưa cho ra ngoài',
  foreignPage:
    'Có lẽ Wi-Fi này đòi đăng nhập. Đồng chí mở một trang web bất kỳ để đăng nhập, hoặc dùng mạng di động. Mọi thứ vẫn còn trên máy này; có mạng là tự gửi.',
  notUnderstoodHeading: 'Máy chủ chưa đọc được phần vừa gửi',
  notUnderstood:
    'Có thể đường truyền làm hỏng. Phần đó còn nguyên trên máy này và sẽ tự gửi lại. Nếu để lâu vẫn vậy, đồng chí báo cho người vận hành máy chủ.',
  notKnownHeading: 'Máy chủ không nhận ra máy này',
  notKnown:
    'Mọi thứ vẫn còn trên máy này nhưng chưa gửi được. Đồng chí báo cho bí thư hoặc người vận hành máy chủ.',
  serverFullHeading: 'Máy chủ của xã đã hết chỗ',
  serverFull:
    'Máy chủ chưa nhận thêm được. Mọi thứ vẫn còn trên máy này và sẽ tự gửi khi máy chủ có chỗ. Đồng chí báo cho người vận hành máy chủ.',
  serverBrokenHeading: 'Máy chủ đang trục trặc',
  serverBroken:
    'Mọi thứ vẫn còn trên máy này và sẽ tự gửi khi máy chủ chạy lại. Đồng chí cứ làm việc bình thường.',
  twinHeading: 'Máy này ngừng gửi',
  twin: 'Có vẻ sổ trên máy này đã được sao chép sang máy khác, nên máy chủ không nhận nữa. Mọi thứ vẫn còn trên máy này. Đồng chí báo cho bí thư.',
  quarantineFullHeading: 'Máy này đã bị thu hồi',
  quarantineFull:
    'Máy chủ đã nhận tới mức nhiều nhất từ máy này để bí thư xem, nên không nhận thêm. Phần chưa gửi vẫn còn trên máy này: đồng chí chép lại chỗ cần giữ và đưa cho bí thư.',
  clockSlow: 'Đồng hồ máy này chậm {span}',
  clockFast: 'Đồng hồ máy này nhanh {span}',
  clockBody:
    'Sổ vẫn chạy đúng, nhưng ngày giờ hiện trên máy này bị sai, kể cả ngày sinh hoạt. Đồng chí chỉnh lại trong phần Cài đặt của điện thoại.',
} as const
