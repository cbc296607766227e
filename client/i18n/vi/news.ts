export const news = {
  title: 'Có gì mới',
  '1.notices':
    'Thông báo cho bà con có ngày hết hạn, có nút thêm vào lịch, in được kèm mã QR, và có sẵn lời cho Zalo, tin nhắn, loa.',
  '1.picture':
    'Thông báo kèm được một ảnh; sổ tự thu nhỏ, bỏ nơi chụp. Gửi qua Zalo có thẻ ghi rõ việc gì, bao giờ, ở đâu.',
  '1.board':
    'Trang thông báo chung của chi bộ: một địa chỉ không đổi để dán mã QR ở nhà văn hóa; biết khoảng bao nhiêu lượt mở, không theo dõi ai.',
  '1.membersOnly': 'Thông báo chỉ cho đảng viên, có nút “Tôi đã đọc”.',
  '1.together': 'Hai người cùng soạn một văn bản thấy tên và chữ của nhau khi có mạng.',
  '1.install': 'Trang hướng dẫn cài sổ lên màn hình, trong mục Cài đặt.',
  '1.mine': '“Trang của tôi”: sổ giữ gì về đồng chí, ai đọc được, và lưu phần của mình ra tệp.',
} as const
