package weservstatus.local.page;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Expected beside received beside their difference, as the monitor keeps it of a wrong picture. */
final class Triptych {
    private static final int SIDE = 120;

    private Triptych() {}

    static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(3 * SIDE, 88, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        panel(pen, 0, new Color(0xe8484f), new Color(0x2f62c4));
        panel(pen, 1, new Color(0xe6e7e4), new Color(0xc6cac8));
        panel(pen, 2, new Color(0x2a1f4e), new Color(0x6fb7b0));
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void panel(Graphics2D pen, int place, Color one, Color other) {
        int x = place * SIDE;
        pen.setPaint(new GradientPaint(x, 0, one, x + SIDE, 88, other));
        pen.fillRect(x, 0, SIDE, 88);
    }
}
